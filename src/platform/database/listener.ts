import pg from "pg";
import { openConnection, type Connection } from "./connection.js";

/** A subscription to a channel; closing it twice does no harm. */
export interface Listening {
  close(): void;
}

type Heard = (payload: string | undefined) => void;

const FIRST_DELAY = 50;
const LONGEST_DELAY = 2_000;

/** One connection for all channels, made with the first of them and mended with backoff. */
export class Listener {
  readonly #url: string;
  readonly #channels = new Map<string, Set<Heard>>();
  #connection: Connection | undefined;
  #opening: Promise<void> | undefined;
  #retry: NodeJS.Timeout | undefined;
  #delay = FIRST_DELAY;
  #closed = false;

  constructor(url: string) {
    this.#url = url;
  }

  listen(channel: string, heard: Heard): Listening {
    const listeners = this.#channels.get(channel) ?? new Set();
    this.#channels.set(channel, listeners.add(heard));
    if (this.#connection === undefined) this.#open();
    else this.#subscribe(this.#connection, channel).then(() => heard(undefined), ignore);
    return { close: () => void listeners.delete(heard) };
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#retry);
    await this.#opening;
    await this.#connection?.close();
  }

  #open(): void {
    if (this.#closed || this.#opening !== undefined) return;
    this.#opening = this.#connect()
      .catch(() => this.#openLater())
      .finally(() => {
        this.#opening = undefined;
      });
  }

  #openLater(): void {
    this.#connection = undefined;
    if (this.#closed) return;
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => this.#open(), this.#delay);
    this.#delay = Math.min(this.#delay * 2, LONGEST_DELAY);
  }

  async #connect(): Promise<void> {
    // Several channels may be asked for at once, and none waits for the others.
    const connection = await openConnection(this.#url, { pipeline: true });
    connection.client.on("notification", ({ channel, payload }) => {
      for (const heard of this.#channels.get(channel) ?? []) heard(payload ?? "");
    });
    for (const channel of this.#channels.keys()) await this.#subscribe(connection, channel);
    this.#connection = connection;
    this.#delay = FIRST_DELAY;
    connection.lost.addEventListener("abort", () => this.#openLater());
    if (connection.lost.aborted) this.#openLater();
    for (const listeners of this.#channels.values()) {
      for (const heard of listeners) heard(undefined);
    }
  }

  async #subscribe(connection: Connection, channel: string): Promise<void> {
    await connection.script(`listen ${pg.escapeIdentifier(channel)}`);
  }
}

/** The connection is mended by its own event; nobody waits for this one statement. */
function ignore(): void {
  return undefined;
}
