import type { Database } from "../../src/platform/database/database.js";
import type { Answer } from "../world/answer.js";
import { eventually } from "../world/eventually.js";
import type { HttpClient } from "../world/http-client.js";
import { BASE, customer, newKey } from "../world/minuteserv.js";
import { deliver, webhook } from "../world/razorpay.js";
import { patiently } from "./patiently.js";

/** What the service has acknowledged about one booking: all of it must be there in the end. */
export interface Acknowledged {
  readonly id: string;
  readonly number: string;
  readonly total: number;
  readonly method: "online" | "cash";
  readonly orderId: string | undefined;
  /** The gateway's payment whose webhook was acknowledged. */
  paymentId?: string;
  /** Rupees that the cancellation promised back; undefined if it was not cancelled. */
  refund?: number;
}

export interface Bench {
  /** Nobody's client, at the service's address. */
  readonly http: HttpClient;
  /** The sandbox's gateway is looked into here, as a gateway's own records would be. */
  readonly database: Database;
  /** Random numbers from 0 to 1, from the run's seed. */
  readonly random: () => number;
}

/** Milliseconds after which a customer signs in again: a token is good for fifteen minutes. */
const SESSION = 240_000;

/** One customer who books, pays and cancels until told to stop, and remembers every answer. */
export class CustomerAtWork {
  client: HttpClient;
  readonly acknowledged: Acknowledged[] = [];
  readonly #bench: Bench;
  readonly #phone: string;
  readonly #order: {
    readonly service_ids: readonly string[];
    readonly booking_date: string;
    readonly address_id: string;
  };
  #signInAgainAt = Date.now() + SESSION;

  constructor(
    bench: Bench,
    who: { readonly phone: string; readonly client: HttpClient },
    order: {
      readonly service_ids: readonly string[];
      readonly booking_date: string;
      readonly address_id: string;
    },
  ) {
    this.#bench = bench;
    this.client = who.client;
    this.#phone = who.phone;
    this.#order = order;
  }

  async workUntil(stop: AbortSignal): Promise<void> {
    const { random } = this.#bench;
    while (!stop.aborted) {
      if (Date.now() > this.#signInAgainAt) await this.signInAgain();
      const booking = await this.#book(random() < 0.7 ? "online" : "cash");
      if (booking === undefined) continue;
      this.acknowledged.push(booking);
      const { orderId } = booking;
      if (orderId !== undefined && random() < 0.8) await this.#pay(booking, orderId);
      if (random() < 0.4) await this.#cancel(booking);
    }
  }

  /** Again and again, while a store is away. */
  async signInAgain(): Promise<void> {
    const { http } = this.#bench;
    this.client = await eventually("a new session", () => customer({ http }, this.#phone));
    this.#signInAgainAt = Date.now() + SESSION;
  }

  async #book(method: "online" | "cash"): Promise<Acknowledged | undefined> {
    const { service_ids, booking_date, address_id } = this.#order;
    const prepared = await this.#post("/checkout/prepare", { service_ids, booking_date });
    expect(prepared, 200);
    const body = {
      preview_id: prepared.text("data.preview_id"),
      payment_method: method,
      address_id,
      booking_date,
      booking_time: "10:00 AM",
      customer_name: "John Doe",
      customer_phone: "+911234567890",
      cancellation_policy_accepted: true,
    };
    const booked = await this.#twice("/checkout/confirm", body, "data.booking.id");
    expect(booked, 201);
    return {
      id: booked.text("data.booking.id"),
      number: booked.text("data.booking.booking_number"),
      total: booked.number("data.booking.grand_total"),
      method,
      orderId: method === "online" ? booked.text("data.payment.order_id") : undefined,
    };
  }

  async #pay(booking: Acknowledged, orderId: string): Promise<void> {
    const { http, database, random } = this.#bench;
    const checkout = { outcome: "captured", method: "upi", webhook: random() < 0.5 };
    const path = `/sandbox/razorpay/orders/${orderId}/pay`;
    const paid = await patiently(() => http.post(path, checkout));
    // A payment whose answer was lost is known to the gateway all the same.
    const paymentId =
      paid.status === 200
        ? paid.text("razorpay_payment_id")
        : await paymentAtGateway(database, orderId);
    const amount = Math.round(booking.total * 100);
    const told = webhook({ event: "payment.captured", orderId, paymentId, amount });
    const times = random() < 0.3 ? [1, 2] : [1];
    for (const _ of times) {
      expect(await patiently(() => deliver(http.at(BASE), told)), 200);
    }
    booking.paymentId = paymentId;
  }

  async #cancel(booking: Acknowledged): Promise<void> {
    const path = `/bookings/${booking.id}/cancel`;
    const cancelled = await this.#twice(path, { reason: "Change of plans" }, "data.booking_id");
    expect(cancelled, 200);
    booking.refund = cancelled.number("data.refund_amount");
  }

  #post(path: string, body: object, headers = {}): Promise<Answer> {
    return patiently(() => this.client.post(path, body, headers));
  }

  /** Sends a request once or, under the same key, once more: that must name the same thing. */
  async #twice(path: string, body: object, name: string): Promise<Answer> {
    const key = newKey();
    const first = await this.#post(path, body, key);
    if (this.#bench.random() < 0.3) {
      const again = await this.#post(path, body, key);
      if (again.status !== first.status || again.text(name) !== first.text(name)) {
        throw new Error(`a repeat of ${path} got ${again.raw} after ${first.raw}`);
      }
    }
    return first;
  }
}

function expect(answer: Answer, status: number): void {
  if (answer.status !== status) throw new Error(`not ${status}: ${answer.status} ${answer.raw}`);
}

function paymentAtGateway(database: Database, orderId: string): Promise<string> {
  return eventually("the gateway's own record of a payment", async () => {
    const sql = "SELECT id FROM ops.sandbox_gateway WHERE kind = 'payment' AND parent = $1";
    const [payment] = await database.rows<{ id: string }>(sql, [orderId]);
    return payment?.id;
  });
}
