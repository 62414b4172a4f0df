import { payoutAnswer, type Payout } from "./answers.js";
import { detailOf, type Placed } from "./order.js";
import { partnerOf } from "./serving.js";
import { TourFailed } from "./tour-failed.js";
import type { Partner, Town } from "./town.js";

export interface PaidOut {
  readonly partner: string;
  readonly payout: Payout;
}

/**
 * One partner is paid at once, less the cash that they hold for the platform; another's transfer
 * fails and is made again. Both hold little cash, so that there is something to transfer.
 */
export async function payOut(town: Town, served: readonly Placed[]): Promise<readonly PaidOut[]> {
  const cash = await cashInHand(town, served);
  const byCash = town.partners.toSorted((a, b) => (cash.get(a) ?? 0) - (cash.get(b) ?? 0));
  const first = byCash.find((partner) => cash.has(partner));
  const second = byCash.find((partner) => partner !== first);
  if (first === undefined || second === undefined) throw new TourFailed("nobody is to be paid");
  const paid = await transferred(town, await opened(town, first, "bank_transfer"), "TXN123456");
  const declined = await opened(town, second, "bank_transfer");
  const reason = { failure_reason: "Invalid bank account" };
  const failed = await decided(town, declined, "fail", reason);
  const redone = await transferred(town, await opened(town, second, "upi"), "UPI987654");
  return [
    { partner: first.name, payout: paid },
    { partner: second.name, payout: failed },
    { partner: second.name, payout: redone },
  ];
}

/** What each partner was paid in cash, in rupees. */
async function cashInHand(
  town: Town,
  served: readonly Placed[],
): Promise<ReadonlyMap<Partner, number>> {
  const cash = new Map<Partner, number>();
  for (const placed of served.filter(({ orderId }) => orderId === undefined)) {
    const partner = await partnerOf(town, placed);
    const { booking } = await detailOf(town, placed.id);
    cash.set(partner, (cash.get(partner) ?? 0) + booking.grand_total);
  }
  return cash;
}

async function opened({ staff }: Town, partner: Partner, rail: string): Promise<Payout> {
  const body = { partner_id: partner.id, payment_method: rail };
  return (await staff.post("/admin/payouts", body, payoutAnswer)).data.payout;
}

function transferred(town: Town, payout: Payout, reference: string): Promise<Payout> {
  return decided(town, payout, "process", { bank_transaction_id: reference });
}

async function decided(
  { staff }: Town,
  { id }: Payout,
  verdict: "process" | "fail",
  body: object,
): Promise<Payout> {
  return (await staff.post(`/admin/payouts/${id}/${verdict}`, body, payoutAnswer)).data.payout;
}
