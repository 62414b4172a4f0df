import type { Answer } from "../world/answer.js";
import type { HttpClient } from "../world/http-client.js";
import { admin, BASE, book, customer, newPhone, pay, serviceIds } from "../world/minuteserv.js";
import { newWorker, partnerLogin, type Worker } from "../world/minuteserv-partner.js";
import type { ServiceWorld } from "../world/service.js";
import { passNearTurns } from "../world/turns-of-days.js";
import type { Step } from "./steps.js";

/** A booking as far as its answers have told. */
interface Known {
  readonly id: string;
  readonly customer: Customer;
  readonly orderId: string | undefined;
  /** The gateway's, once it is captured. */
  paymentId: string | undefined;
  readonly total: number;
  /** Who has it, and whether they have said yes. */
  holder: { readonly partner: Resident; accepted: boolean } | undefined;
}

interface Customer {
  readonly phone: string;
  client: HttpClient;
}

/** A partner with what their answers add up to. */
export interface Resident {
  worker: Worker;
  readonly counted: { total: number; completed: number; cancelled: number; stars: number[] };
  payoutId: string | undefined;
}

/** Longer than a partner may take to answer, and business time that a token outlives. */
const SIX_MINUTES = { advance_seconds: 360 };
const MOST_WAITS = 2;

/** Milliseconds after which everybody signs in again: a token is good for fifteen minutes. */
const SESSION = 240_000;

/** Three customers, two partners and one of the staff, who act by the public API alone. */
export class SmallTown {
  readonly partners: readonly Resident[];
  /** Every answer that a step got, for a report of what went wrong. */
  readonly story: string[] = [];
  readonly #world: ServiceWorld;
  readonly #customers: readonly Customer[];
  readonly #bookings: Known[] = [];
  #staff: HttpClient;
  #signInAgainAt = Date.now() + SESSION;
  #waits = 0;

  constructor(
    world: ServiceWorld,
    people: {
      readonly customers: readonly Customer[];
      readonly staff: HttpClient;
      readonly workers: readonly Worker[];
    },
  ) {
    this.#world = world;
    this.#customers = people.customers;
    this.#staff = people.staff;
    this.partners = people.workers.map((worker) => ({
      worker,
      counted: { total: 0, completed: 0, cancelled: 0, stars: [] },
      payoutId: undefined,
    }));
  }

  static async found(world: ServiceWorld): Promise<SmallTown> {
    // The towns before have waited: the day may be nearer to its end than when the world began.
    await passNearTurns(world);
    const [staff, customers, workers] = await Promise.all([
      admin(world),
      Promise.all([1, 2, 3].map(() => newCustomer(world))),
      Promise.all([1, 2].map(() => newWorker(world))),
    ]);
    return new SmallTown(world, { customers, staff, workers });
  }

  /** Takes the step, if there is anybody to take it; throws where an answer is no answer. */
  async take(step: Step): Promise<void> {
    if (Date.now() > this.#signInAgainAt) await this.#signInAgain();
    if (step.kind === "wait") return this.#wait();
    if (step.kind === "book") return this.#book(step.customer, step.method);
    if ("booking" in step) {
      const known = this.#bookings[step.booking % Math.max(1, this.#bookings.length)];
      if (known !== undefined) await this.#withBooking(step, known);
      return;
    }
    const partner = this.partners[step.partner];
    if (partner !== undefined) await this.#withPartner(step.kind, partner);
  }

  async #wait(): Promise<void> {
    this.#waits += 1;
    if (this.#waits > MOST_WAITS) return;
    this.#told("wait", await this.#world.http.post("/sandbox/clock", SIX_MINUTES));
    await this.#signInAgain();
  }

  async #signInAgain(): Promise<void> {
    this.#staff = await admin(this.#world);
    for (const each of this.#customers) each.client = await customer(this.#world, each.phone);
    for (const partner of this.partners) {
      const login = await partnerLogin(this.#world, partner.worker.phone);
      const client = this.#world.http.at(BASE).as(login.text("data.access_token"));
      partner.worker = { ...partner.worker, client };
    }
    this.#signInAgainAt = Date.now() + SESSION;
  }

  async #book(number: number, method: "online" | "cash"): Promise<void> {
    const who = this.#customers[number];
    if (who === undefined) throw new Error(`there is no customer ${number}`);
    const { client } = who;
    const order = { serviceIds: await serviceIds(client, "Facial - Exclusive"), method };
    const booked = await book(this.#world, client, { ...order, promo: "WELCOME10" });
    if (!this.#told("book", booked)) return;
    this.#bookings.push({
      id: booked.text("data.booking.id"),
      customer: who,
      orderId: method === "online" ? booked.text("data.payment.order_id") : undefined,
      paymentId: undefined,
      total: booked.number("data.booking.grand_total"),
      holder: undefined,
    });
  }

  async #withBooking(step: Extract<Step, { readonly booking: number }>, known: Known) {
    const { id, total } = known;
    const { client } = known.customer;
    switch (step.kind) {
      case "pay":
        return this.#pay(known, step.outcome);
      case "assign":
        return this.#assign(known, step.partner);
      case "serve":
        await this.#pay(known, "captured");
        await this.#assign(known, step.partner);
        await this.#answer(known, "accept");
        return this.#complete(known);
      case "accept":
      case "reject":
        return this.#answer(known, step.kind);
      case "complete":
        return this.#complete(known);
      case "cancel":
        return this.#cancelled(known, await client.post(`/bookings/${id}/cancel`, WHY));
      case "cancelByStaff": {
        const how = { ...WHY, refund_to_wallet: step.toWallet };
        return this.#cancelled(known, await this.#staff.post(`/admin/bookings/${id}/cancel`, how));
      }
      case "refund": {
        const amount = Math.round(total * step.part * 100) / 100;
        const refund = { ...WHY, amount };
        const answer = await this.#staff.post(`/admin/bookings/${id}/refund`, refund);
        this.#told("refund", answer);
        return;
      }
      case "refundAtGateway":
        return this.#atGateway(known, "refund", { amount: Math.round(total * step.part * 100) });
      case "loseDispute":
        return this.#atGateway(known, "dispute", { outcome: "lost" });
      case "rate":
        return this.#rate(known, step.stars);
    }
  }

  async #pay(known: Known, outcome: "captured" | "failed"): Promise<void> {
    if (known.orderId === undefined) return;
    const paid = await pay(this.#world, known.orderId, { outcome });
    if (!this.#told("pay", paid) || outcome === "failed") return;
    known.paymentId = paid.text("razorpay_payment_id");
  }

  /** Staff in the gateway's dashboard, once no refund of ours is on its way, or the bank. */
  async #atGateway({ paymentId }: Known, what: "refund" | "dispute", how: object): Promise<void> {
    if (paymentId === undefined) return;
    await this.#world.http.post("/sandbox/jobs/refunds");
    const path = `/sandbox/razorpay/payments/${paymentId}/${what}`;
    this.#told(`${what} at the gateway`, await this.#world.http.post(path, how));
  }

  async #assign(known: Known, number: number): Promise<void> {
    const partner = this.partners[number];
    if (partner === undefined) return;
    const choice = { partner_id: partner.worker.id, force: true };
    const path = `/admin/bookings/${known.id}/assign-partner`;
    if (!this.#told("assign", await this.#staff.post(path, choice))) return;
    known.holder = { partner, accepted: false };
  }

  async #answer({ id, holder }: Known, answer: "accept" | "reject"): Promise<void> {
    if (holder === undefined) return;
    const { worker, counted } = holder.partner;
    const said = await worker.client.post(`/partner/bookings/${id}/${answer}`, WHY);
    if (!this.#told(answer, said) || answer === "reject") return;
    holder.accepted = true;
    counted.total += 1;
  }

  async #complete({ id, holder }: Known): Promise<void> {
    if (holder === undefined) return;
    const { worker, counted } = holder.partner;
    const done = await worker.client.post(`/partner/bookings/${id}/complete`, {});
    if (this.#told("complete", done)) counted.completed += 1;
  }

  #cancelled({ holder }: Known, answer: Answer): void {
    if (this.#told("cancel", answer) && holder?.accepted) holder.partner.counted.cancelled += 1;
  }

  async #rate({ id, customer: { client }, holder }: Known, stars: number): Promise<void> {
    const rated = await client.post(`/bookings/${id}/rate`, { rating: stars, feedback: "So so" });
    if (this.#told("rate", rated)) holder?.partner.counted.stars.push(stars);
  }

  async #withPartner(kind: "payOut" | "processPayout" | "failPayout", partner: Resident) {
    const asked = { partner_id: partner.worker.id, payment_method: "upi" };
    const path = `/admin/payouts/${partner.payoutId}`;
    if (kind === "payOut") {
      const opened = await this.#staff.post("/admin/payouts", asked);
      if (this.#told(kind, opened)) partner.payoutId = opened.text("data.payout.id");
    } else if (partner.payoutId !== undefined && kind === "processPayout") {
      this.#told(kind, await this.#staff.post(`${path}/process`, { upi_transaction_id: "U1" }));
    } else if (partner.payoutId !== undefined) {
      this.#told(kind, await this.#staff.post(`${path}/fail`, { failure_reason: "No account" }));
    }
  }

  /** Whether it was done; a refusal is an answer too, but no mistake of the service is. */
  #told(what: string, { status, raw }: Answer): boolean {
    this.story.push(`${what}: ${status} ${status < 300 ? "" : raw}`);
    if (status >= 500 || status === 401 || status === 403) throw new Error(`${what}: ${raw}`);
    return status < 300;
  }
}

async function newCustomer(world: ServiceWorld): Promise<Customer> {
  const phone = newPhone();
  return { phone, client: await customer(world, phone) };
}

const WHY = { reason: "So it goes" };
