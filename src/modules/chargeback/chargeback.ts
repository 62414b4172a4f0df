import { defineAggregate } from "../../kernel/decider.js";
import type { Minor } from "../../kernel/money.js";
import { reject, type Rejection } from "../../kernel/rejection.js";
import { chargebackEvents, type ChargebackEvent, type ChargebackOpened } from "./events.js";

/** How a gateway's report of a dispute stands; each carries all of it, whatever came before. */
export interface ReportChargeback {
  readonly type: "ReportChargeback";
  readonly opened: ChargebackOpened;
  readonly standing: "open" | "won" | "lost";
  /** Used if it is lost: whose earning it comes out of, and how much of it. */
  readonly recovery: { readonly providerId: string; readonly amount: Minor } | null;
}

export interface Chargeback extends ChargebackOpened {
  readonly standing: "open" | "won" | "lost";
}

/** Null until it is opened. */
export type ChargebackState = Chargeback | null;

/**
 * Reports come late, twice and in any order: a decision opens what nobody had heard of, and no
 * later report opens it again. Two decisions that contradict each other are for people.
 */
function decide(
  { opened, standing, recovery }: ReportChargeback,
  state: ChargebackState,
): readonly ChargebackEvent[] | Rejection {
  const refusal = refused(opened, recovery?.amount ?? 0);
  if (refusal !== undefined) return refusal;
  const first: readonly ChargebackEvent[] =
    state === null ? [{ type: "ChargebackOpened", data: opened }] : [];
  const before = state?.standing ?? "open";
  if (standing === "open" || standing === before) return first;
  if (before !== "open") {
    return reject("conflict", "chargeback_decided", `The chargeback is already ${before}.`);
  }
  const { fee: _fee, reason: _reason, respondBy: _respondBy, ...about } = known(opened, state);
  if (standing === "won") return [...first, { type: "ChargebackWon", data: about }];
  const fromProvider = Math.min(recovery?.amount ?? 0, about.amount);
  const providerId = recovery?.providerId ?? null;
  const data = { ...about, providerId, fromProvider, loss: about.amount - fromProvider };
  return [...first, { type: "ChargebackLost", data }];
}

function refused({ amount, fee }: ChargebackOpened, recovered: Minor): Rejection | undefined {
  if (amount > 0 && fee >= 0 && recovered >= 0) return undefined;
  return reject("invalid", "amount_not_positive", "A chargeback takes more than nothing.");
}

/** What was posted at the opening is what is decided on. */
function known(told: ChargebackOpened, state: ChargebackState): ChargebackOpened {
  if (state === null) return told;
  const { standing: _standing, ...opened } = state;
  return opened;
}

function evolve(state: ChargebackState, event: ChargebackEvent): ChargebackState {
  if (event.type === "ChargebackOpened") return { ...event.data, standing: "open" };
  if (state === null) throw new Error(`${event.type} stands before the chargeback was opened`);
  return { ...state, standing: event.type === "ChargebackWon" ? "won" : "lost" };
}

/** One stream a dispute at a gateway, `chargeback-<uuid>`. */
export const chargebacks = defineAggregate<ReportChargeback, ChargebackState, ChargebackEvent>({
  category: "chargeback",
  events: chargebackEvents,
  initial: null,
  decide,
  evolve,
});
