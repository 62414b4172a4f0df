import { randomUUID } from "node:crypto";
import type { Answer } from "../world/answer.js";
import type { HttpClient } from "../world/http-client.js";
import { admin, signUp, type Member } from "../world/ev.js";
import type { ClubStep } from "./club-steps.js";

/** How a request is sent: once, or by a patient client again and again. */
export type Sending = (send: () => Promise<Answer>) => Promise<Answer>;

const once: Sending = (send) => send();

/** What the answers have acknowledged: all of it must be there in the end, once. */
export interface Acknowledgements {
  readonly deposits: { readonly user: number; readonly amount: string }[];
  /** By their `TXN123456`. */
  readonly payments: string[];
  /** The last status that an answer told, by the payout's number. */
  readonly payouts: Map<number, string>;
  readonly pairs: number[];
}

const BANK = {
  bank_name: "State Bank of India",
  account_number: "1234567890",
  ifsc_code: "SBIN0001234",
  account_holder_name: "John Doe",
};

/** Somebody, the three whom they have recommended, and an admin, by the public API alone. */
export class Club {
  readonly members: readonly Member[];
  readonly acknowledged: Acknowledgements = {
    deposits: [],
    payments: [],
    payouts: new Map(),
    pairs: [],
  };
  /** Every answer that a step got, for a report of what went wrong. */
  readonly story: string[] = [];
  readonly #boss: HttpClient;
  readonly #send: Sending;
  readonly #bookings: { readonly owner: Member; readonly id: number }[] = [];
  readonly #payouts: { readonly owner: Member; readonly id: number }[] = [];

  constructor(members: readonly Member[], boss: Member, send: Sending) {
    this.members = members;
    this.#boss = boss.client;
    this.#send = send;
  }

  static async found(world: { readonly http: HttpClient }, send = once): Promise<Club> {
    const founder = await signUp(world);
    const members = [founder];
    for (const _ of [1, 2, 3]) {
      members.push(await signUp(world, { referral_code: founder.referralCode }));
    }
    return new Club(members, await admin(world), send);
  }

  /** Takes the step, if there is anything to take it with; throws at what is no answer. */
  async take(step: ClubStep): Promise<void> {
    if ("booking" in step) return this.#withBooking(step);
    if ("payout" in step) return this.#withPayout(step);
    const member = this.members[step.who % this.members.length];
    if (member === undefined) return;
    if (step.kind === "book") return this.#book(member, step.total, step.emi);
    if (step.kind === "ask") return this.#ask(member, step.amount, step.emi);
    if (step.kind === "pair") return this.#pair(member);
    const body = { user_id: member.id, amount: step.amount };
    if ((await this.#post(this.#boss, "/api/wallet/deposit/", body)).status !== 201) return;
    this.acknowledged.deposits.push({ user: member.id, amount: step.amount.toFixed(2) });
  }

  async #book(owner: Member, total: number, emi: boolean): Promise<void> {
    const booked = await this.#post(owner.client, "/api/booking/bookings/", {
      vehicle_model: "EV Model X",
      vehicle_variant: "Premium",
      booking_amount: 500,
      total_amount: total,
      ...(emi ? { emi_amount: 700, emi_duration_months: 10, emi_start_date: "2026-02-01" } : {}),
    });
    if (booked.status === 201) this.#bookings.push({ owner, id: booked.number("id") });
  }

  async #withBooking(step: Extract<ClubStep, { readonly booking: number }>): Promise<void> {
    const booking = this.#bookings[step.booking % Math.max(1, this.#bookings.length)];
    if (booking === undefined) return;
    const path = `/api/booking/bookings/${booking.id}`;
    if (step.kind === "cancel") {
      await this.#post(this.#boss, `${path}/cancel/`, {});
      return;
    }
    const body = { amount: step.amount, payment_method: step.by };
    const paid = await this.#post(booking.owner.client, `${path}/make_payment/`, body);
    if (paid.status === 201) this.acknowledged.payments.push(paid.text("transaction_id"));
  }

  async #ask(owner: Member, requested_amount: number, emi_auto_filled: boolean): Promise<void> {
    const body = { requested_amount, ...BANK, emi_auto_filled };
    const asked = await this.#post(owner.client, "/api/payout/", body);
    if (asked.status !== 201) return;
    this.#payouts.push({ owner, id: asked.number("id") });
    this.acknowledged.payouts.set(asked.number("id"), "pending");
  }

  async #withPayout({ kind, payout }: Extract<ClubStep, { readonly payout: number }>) {
    const chosen = this.#payouts[payout % Math.max(1, this.#payouts.length)];
    if (chosen === undefined) return;
    const path = `/api/payout/${chosen.id}`;
    const body = { transaction_id: "BANK123456789", reason: "Details do not match" };
    const moved =
      kind === "withdraw"
        ? await this.#post(chosen.owner.client, `${path}/cancel/`, {})
        : await this.#post(this.#boss, `${path}/${kind}/`, body);
    if (moved.status === 200) this.acknowledged.payouts.set(chosen.id, moved.text("status"));
  }

  async #pair({ client }: Member): Promise<void> {
    const checked = await this.#post(client, "/api/binary/pairs/check_pairs/", {});
    if (checked.status === 201) this.acknowledged.pairs.push(checked.number("id"));
  }

  /** Under a key of its own, so that a repeat of a lost answer is the same request. */
  async #post(client: HttpClient, path: string, body: object): Promise<Answer> {
    const key = { "idempotency-key": randomUUID() };
    const answer = await this.#send(() => client.post(path, body, key));
    const { status, raw } = answer;
    this.story.push(`${path} ${JSON.stringify(body)}: ${status} ${raw}`);
    if (status >= 500 || [401, 403, 404].includes(status)) throw new Error(this.story.join("\n"));
    return answer;
  }
}
