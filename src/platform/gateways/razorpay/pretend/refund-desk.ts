import type { ReadModel } from "../../../../kernel/read-model.js";
import { ENTITY, type PretendEntity } from "./entity.js";
import { entity } from "./find-entities.js";
import { deliver, refundWebhook, type Addressee } from "./webhook.js";

export interface RefundDeskOptions {
  readonly database: ReadModel;
  /** To whom `refund.processed` is posted. */
  readonly addressee: Addressee;
  /** Seconds since the epoch, business time. */
  readonly now: () => number;
  /** Real milliseconds from ordering a refund to its webhook. */
  readonly delay: number;
  /** Hears of a round that failed; the next round tries again. */
  readonly onError: (error: unknown) => void;
}

/** Razorpay gives up on a webhook that nobody takes, after a day; its twin after ten minutes. */
const MOST_DELIVERIES = 25;
const LONGEST_PAUSE = 30_000;

const PROCESS = `UPDATE ops.sandbox_gateway SET status = 'processed'
  WHERE kind = 'refund' AND status = 'pending'`;

const DUE = `SELECT ${ENTITY} FROM ops.sandbox_gateway
  WHERE webhook_due AND deliveries < ${MOST_DELIVERIES} ORDER BY created_at, id LIMIT 100`;

const DELIVERED = `UPDATE ops.sandbox_gateway
  SET deliveries = deliveries + 1, webhook_due = NOT $2 WHERE id = $1`;

/**
 * Pays out the pretended refunds and tells of each by a signed webhook, at least once.
 *
 * What is pending or undelivered stands in the database, so a restart continues it; a webhook
 * delivered by two processes carries the same event id.
 */
export class RefundDesk {
  readonly #options: RefundDeskOptions;
  #timer: NodeJS.Timeout | undefined;
  #round: Promise<number> = Promise.resolve(0);
  /** Rounds in a row that left something undone. */
  #misses = 0;
  #closed = false;

  constructor(options: RefundDeskOptions) {
    this.#options = options;
  }

  /** Has the next round begin after the delay, unless one is already on its way. */
  schedule(): void {
    if (this.#closed || this.#timer !== undefined) return;
    const { delay, onError } = this.#options;
    const pause = Math.max(delay, Math.min(delay * 2 ** this.#misses, LONGEST_PAUSE));
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.process().catch(onError);
    }, pause);
    this.#timer.unref();
  }

  /** Processes every pending refund now; answers how many webhooks were taken. */
  process(): Promise<number> {
    const earlier = this.#round.catch(() => 0);
    this.#round = earlier
      .then(() => this.#processOnce())
      .catch((error: unknown) => {
        this.#again();
        throw error;
      });
    return this.#round;
  }

  /** Waits for the round under way; nothing starts afterwards. */
  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    await this.#round.catch(() => 0);
  }

  async #processOnce(): Promise<number> {
    const { database } = this.#options;
    await database.rows(PROCESS);
    const rows = await database.rows<PretendEntity>(DUE);
    let taken = 0;
    for (const refund of rows) {
      if (this.#closed) break;
      if (await this.#tell(refund)) taken += 1;
    }
    if (taken < rows.length) this.#again();
    else this.#misses = 0;
    return taken;
  }

  #again(): void {
    this.#misses += 1;
    this.schedule();
  }

  async #tell(refund: PretendEntity): Promise<boolean> {
    const { database, addressee, now } = this.#options;
    const payment = await entity(database, refund.parent ?? "", "payment");
    if (payment === undefined) throw new Error(`refund ${refund.id} has no payment`);
    const webhook = refundWebhook("processed", refund, payment, now());
    const status = await deliver(webhook, addressee);
    const taken = status >= 200 && status < 300;
    await database.rows(DELIVERED, [refund.id, taken]);
    return taken;
  }
}
