import { setTimeout as pause } from "node:timers/promises";
import { SYSTEM } from "../../src/kernel/event.js";
import { newId } from "../../src/kernel/ids.js";
import { isRejection } from "../../src/kernel/rejection.js";
import { accounts } from "../../src/modules/account/account.js";
import type { Database } from "../../src/platform/database/database.js";
import type { EventLog } from "../../src/platform/eventlog/event-log.js";

/** Numbers of members that sign-up does not reach. */
const FIRST_NUMBER = 500_000;

/** Members who are written down one after another, each recommended by an earlier one. */
export class Newcomers {
  readonly #log: EventLog;
  readonly #database: Database;
  readonly #ids: string[] = [];

  constructor(log: EventLog, database: Database) {
    this.#log = log;
    this.#database = database;
  }

  async arriveUntil(stop: AbortSignal): Promise<void> {
    while (!stop.aborted) {
      await this.#arrive();
      await pause(400);
    }
  }

  async #arrive(): Promise<void> {
    const id = newId();
    const envelope = { commandId: id, correlationId: id, causationId: id };
    const done = await this.#log.execute(
      accounts,
      id,
      {
        type: "RegisterAccount",
        accountId: id,
        kind: "member",
        role: "user",
        profile: { name: null, phone: null, email: `${id}@example.com` },
        number: FIRST_NUMBER + this.#ids.length,
        referredBy: this.#ids[Math.floor(this.#ids.length / 3)] ?? null,
      },
      { marketplace: "ev", actor: SYSTEM, ...envelope },
    );
    if (isRejection(done)) throw new Error(done.message);
    this.#ids.push(id);
  }

  /** How many have no place in the network yet, or one that somebody else has. */
  async unplaced(): Promise<number> {
    const rows = await this.#database.rows<{ readonly place: string }>(
      `SELECT DISTINCT coalesce(parent_id || side, member_id) AS place FROM network_nodes
        WHERE member_id = ANY($1)`,
      [this.#ids],
    );
    return this.#ids.length - rows.length;
  }
}
