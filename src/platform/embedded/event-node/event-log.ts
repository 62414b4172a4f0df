import { EventEmitter } from "node:events";
import type { EventStorage } from "./storage/event-storage.js";
import type { StorageChoice } from "./storage/open-storage.js";
import { openStorage } from "./storage/open-storage.js";
import { withinTime } from "./writing/commit-timeout.js";
import { foundLog } from "./writing/found-log.js";
import { GroupCommit } from "./writing/group-commit.js";
import type { Staging } from "./writing/staging.js";

/** The log: one writer, any number of readers, and a bell that tells readers of every commit. */
export class EventLog {
  readonly storage: EventStorage;
  readonly #writer: GroupCommit;
  readonly #commits = new EventEmitter().setMaxListeners(0);
  readonly #commitTimeout: number | undefined;

  /** Opens the log; a new one is founded first. For `commitTimeout` (ms) see withinTime. */
  static async open(choice: StorageChoice, commitTimeout?: number): Promise<EventLog> {
    const log = new EventLog(await openStorage(choice), commitTimeout);
    if (log.storage.end === 0) await log.#writer.submit(foundLog);
    return log;
  }

  private constructor(storage: EventStorage, commitTimeout: number | undefined) {
    this.storage = storage;
    this.#commitTimeout = commitTimeout;
    this.#writer = new GroupCommit(storage, () => this.#commits.emit("commit"));
  }

  /** Decides and writes, see GroupCommit.submit; throws CommitTimedOut, see withinTime. */
  write<T>(decide: (staging: Staging) => T): Promise<T> {
    return withinTime(this.#writer.submit(decide), this.#commitTimeout);
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
