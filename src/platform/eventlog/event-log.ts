import type { Logger } from "pino";
import type { Clock } from "../../kernel/clock.js";
import type { Claims, Commands, Numbers } from "../../kernel/commands.js";
import type { Aggregate } from "../../kernel/decider.js";
import { streamName, type DomainEvent, type Recorded } from "../../kernel/event.js";
import type { EventFeed } from "../../kernel/event-feed.js";
import type { Vault } from "../vault/vault.js";
import { claimsOver } from "./claims/claims.js";
import { claimStream } from "./claims/claim-stream.js";
import type { Connection } from "./connection.js";
import { Draft } from "./drafting/draft.js";
import { Feed } from "./feeding/feed.js";
import { numbersOver } from "./numbers/numbers.js";
import { allocationStream } from "./numbers/allocation-stream.js";
import { sequenceEvents } from "./numbers/sequence.js";
import { decodeAll } from "./reading/decode.js";
import { readStored, type StreamRange } from "./reading/read-stream.js";
import type { EventDescriptions } from "./upcast.js";
import { Executor } from "./writing/executor.js";
import { Slots } from "./writing/slots.js";
import { StreamMemory } from "./writing/stream-memory.js";

export interface EventLog extends Commands {
  readonly feed: EventFeed;
  readonly claims: Claims;
  readonly numbers: Numbers;
  /** One stream as audits see it, whatever aggregate it belongs to; empty if there is none. */
  readStream(stream: string, range?: StreamRange): Promise<Recorded[]>;
  /** Begins to write histories in bulk, for as long as nobody else writes. */
  draft(): Draft;
  dispose(): Promise<void>;
}

export interface EventLogOptions {
  /** The process' one; it is closed with the log. */
  readonly connection: Connection;
  readonly log: Logger;
  readonly clock: Clock;
  readonly vault: Vault;
  /** Every event type of every aggregate, to upcast what is read without knowing of whom. */
  readonly events: EventDescriptions;
}

/** The process' way to events; it connects with the first call. */
export function openEventLog({ connection, log, clock, vault, events }: EventLogOptions): EventLog {
  const memory = new StreamMemory(connection, vault);
  const slots = new Slots();
  const executor = new Executor({ connection, memory, slots, vault, clock });
  const descriptions = {
    ...events,
    ...claimStream.events,
    ...allocationStream.events,
    ...sequenceEvents,
  };
  const commands: Commands = {
    execute: (aggregate, id, command, envelope) =>
      executor.execute(aggregate, id, command, envelope),
    async load(aggregate, id) {
      const name = streamName(aggregate.category, id);
      return (await memory.load(aggregate, name)).state;
    },
    async history<C, S, E extends DomainEvent>(aggregate: Aggregate<C, S, E>, id: string) {
      const stored = await readStored(connection, streamName(aggregate.category, id));
      return (await decodeAll(stored ?? [], aggregate.events, vault)) as Recorded<E>[];
    },
  };
  return {
    ...commands,
    feed: new Feed({ connection, descriptions, vault, log }),
    claims: claimsOver(commands, vault),
    numbers: numbersOver({ commands, connection, slots, clock }),
    async readStream(stream, range) {
      return decodeAll((await readStored(connection, stream, range)) ?? [], descriptions, vault);
    },
    draft: () => new Draft({ connection, memory, slots, vault, clock }),
    dispose: () => connection.dispose(),
  };
}
