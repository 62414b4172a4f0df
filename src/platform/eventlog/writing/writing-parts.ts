import type { Clock } from "../../../kernel/clock.js";
import type { Vault } from "../../vault/vault.js";
import type { Connection } from "../connection.js";
import type { Slots } from "./slots.js";
import type { StreamMemory } from "./stream-memory.js";

/** What whoever decides commands and writes their events stands on. */
export interface WritingParts {
  readonly connection: Connection;
  readonly memory: StreamMemory;
  readonly slots: Slots;
  readonly vault: Vault;
  readonly clock: Clock;
}
