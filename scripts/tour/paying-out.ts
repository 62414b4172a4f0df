import { payoutAnswer, type Payout } from "./answers.js";
import type { Placed } from "./order.js";
import { partnerOf } from "./serving.js";
import { TourFailed } from "./tour-failed.js";
import type { Partner, Town } from "./town.js";

export interface PaidOut {
  readonly partner: string;
  readonly payout: Payout;
}

/**
 * One partner is paid at once, less the cash that they hold for the platform; another's transfer
 * fails and is made again.
 *
 * @param inCash a served booking that was paid in cash
 */
export async function payOut(town: Town, inCash: Placed): Promise<readonly PaidOut[]> {
  const first = await partnerOf(town, inCash);
  const second = town.partners.find((partner) => partner !== first);
  if (second === undefined) throw new TourFailed("nobody else is to be paid");
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
