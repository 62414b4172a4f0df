import { EventEmitter } from "node:events";
import type { EventStorage } from "./storage/event-storage.js";
import type { StorageChoice } from "./storage/open-storage.js";
import { openStorage } from "./storage/open-storage.js";
import { foundLog } from "./writing/found-log.js";
import { GroupCommit } from "./writing/group-commit.js";
import type { Staging } from "./writing/staging.js";

/** The log: one writer, any number of readers, and a bell that tells readers of every commit. */
export class EventLog {
  readonly storage: EventStorage;
  readonly #writer: GroupCommit;
  readonly #commits = new EventEmitter().setMaxListeners(0);

  /** Opens the log; a new one is founded first. */
  static async open(choice: StorageChoice): Promise<EventLog> {
    const log = new EventLog(await openStorage(choice));
    if (log.storage.end === 0) await log.write(foundLog);
    return log;
  }

  private constructor(storage: EventStorage) {
    this.storage = storage;
    this.#writer = new GroupCommit(storage, () => this.#commits.emit("commit"));
  }

  /** Decides and writes; see GroupCommit.submit. */
  write<T>(decide: (staging: Staging) => T): Promise<T> {
    return this.#writer.submit(decide);
  }

  /** Calls back after every commit until the returned function is called. */
  onCommit(listener: () => void): () => void {
    this.#commits.on("commit", listener);
    return () => this.#commits.off("commit", listener);
  }

  /** Resolves when no write is under way. */
  idle(): Promise<void> {
    return this.#writer.idle();
  }

  /** Finishes the writes under way and closes the storage. */
  async close(): Promise<void> {
    await this.#writer.idle();
    await this.storage.close();
  }
}
