import { jsonEvent } from "@eventstore/db-client";
import { isoNow, type Clock } from "../../../kernel/clock.js";
import type { Envelope } from "../../../kernel/commands.js";
import { PLAIN } from "../../../kernel/event-catalogue.js";
import { deriveId } from "../../../kernel/ids.js";
import type { Connection } from "../connection.js";
import { LogUnavailable } from "../log-unavailable.js";
import { readStored } from "../reading/read-stream.js";
import { backoff, pause } from "../waiting.js";
import { append } from "../writing/append.js";
import { metadataOf } from "../writing/encode.js";
import type { Slots } from "../writing/slots.js";

/** The sequence's own events: the revision of each, counted from 1, is the number it drew. */
export const sequenceEvents = { NumberDrawn: PLAIN };

/** How many draws one append may carry. */
const MOST_DRAWS = 64;

/** How often a lost race with another process is tried again; each time somebody got on. */
const TRIES = 64;

interface Draw {
  readonly envelope: Envelope;
  resolve(number: number): void;
  refuse(error: unknown): void;
}

export interface SequenceParts {
  readonly connection: Connection;
  readonly slots: Slots;
  readonly clock: Clock;
}

/**
 * One sequence's stream. Draws that wait at the same time share an append, so a busy sequence
 * costs a fraction of an append a number.
 */
export class Sequence {
  readonly #stream: string;
  readonly #parts: SequenceParts;
  #waiting: Draw[] = [];
  #drawing = false;
  /** The revision of the last draw, once it is known. */
  #revision: number | undefined;

  constructor(name: string, parts: SequenceParts) {
    this.#stream = `sequence-${name}`;
    this.#parts = parts;
  }

  /** A number that nobody else ever gets. */
  draw(envelope: Envelope): Promise<number> {
    return new Promise((resolve, refuse) => {
      this.#waiting.push({ envelope, resolve, refuse });
      if (!this.#drawing) void this.#drawAll();
    });
  }

  async #drawAll(): Promise<void> {
    this.#drawing = true;
    while (this.#waiting.length > 0) {
      const draws = this.#waiting.splice(0, MOST_DRAWS);
      try {
        const first = await this.#append(draws.map(({ envelope }) => envelope));
        for (const [index, draw] of draws.entries()) draw.resolve(first + index);
      } catch (error) {
        this.#revision = undefined;
        for (const draw of draws) draw.refuse(error);
      }
    }
    this.#drawing = false;
  }

  /** The first of as many numbers as there are envelopes. */
  async #append(envelopes: readonly Envelope[]): Promise<number> {
    const { connection, slots } = this.#parts;
    const events = envelopes.map((envelope, index) => this.#event(envelope, index));
    for (let attempt = 1; attempt <= TRIES; attempt += 1) {
      const revision = this.#revision ?? (await this.#lastRevision());
      const appended = await append(connection, slots, this.#stream, revision, events);
      if (appended !== "conflict") {
        this.#revision = revision + events.length;
        return revision + 2;
      }
      this.#revision = undefined;
      await pause(backoff(Math.min(attempt, 4), 2, 20));
    }
    throw new LogUnavailable(`${this.#stream} is too busy`);
  }

  #event(envelope: Envelope, index: number): ReturnType<typeof jsonEvent> {
    const occurredAt = envelope.occurredAt ?? isoNow(this.#parts.clock);
    const metadata = metadataOf(envelope, occurredAt, 1);
    const id = deriveId(envelope.commandId, this.#stream, index);
    return jsonEvent({ id, type: "NumberDrawn", data: {}, metadata });
  }

  async #lastRevision(): Promise<number> {
    const range = { backwards: true, limit: 1 };
    const [last] = (await readStored(this.#parts.connection, this.#stream, range)) ?? [];
    return last === undefined ? -1 : Number(last.revision);
  }
}
