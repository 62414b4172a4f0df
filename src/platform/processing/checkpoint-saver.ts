import type { Logger } from "pino";
import type { Database } from "../database/database.js";
import { backoff, pause } from "../eventlog/waiting.js";
import { saveCheckpoint } from "./checkpoints.js";

/** Milliseconds from one save to the next; what comes between is saved together. */
const INTERVAL = 20;

/** Saves the latest position, one save at a time, until it has succeeded. */
export class CheckpointSaver {
  readonly #database: Database;
  readonly #log: Logger;
  #wanted: number;
  #saved: number;
  #saving: Promise<void> | undefined;

  constructor(database: Database, log: Logger, position: number) {
    this.#database = database;
    this.#log = log;
    this.#wanted = position;
    this.#saved = position;
  }

  save(position: number): void {
    this.#wanted = position;
    this.#saving ??= this.#saveAll().finally(() => {
      this.#saving = undefined;
    });
  }

  /** Resolves once nothing is left to save; gives up on a database that is away. */
  async flush(): Promise<void> {
    await this.#saving;
  }

  async #saveAll(): Promise<void> {
    for (let attempt = 1; this.#saved < this.#wanted; attempt += 1) {
      const position = this.#wanted;
      try {
        await saveCheckpoint(this.#database, position);
        this.#saved = position;
        attempt = 0;
        await pause(INTERVAL);
      } catch (error) {
        // Nothing is lost: what was done after the last checkpoint is done again, to no effect.
        this.#log.warn({ err: error, position }, "a checkpoint of the processes is not saved");
        if (attempt >= 5) return;
        await pause(backoff(attempt, 100, 2_000));
      }
    }
  }
}
