import type { ExecutionContext } from "ava";
import type { Answer } from "../world/answer.js";
import type { HttpClient } from "../world/http-client.js";
import { book, customer, pay, serviceIds } from "../world/minuteserv.js";
import type { Worker } from "../world/minuteserv-partner.js";
import type { ServiceWorld } from "../world/service.js";

/** How often a race is run: who wins is chance. */
export const ROUNDS = [1, 2, 3, 4];

export function assertOneWins(
  t: ExecutionContext,
  answers: readonly Answer[],
  won: number,
  refusal: RegExp,
): Answer {
  const winners = answers.filter(({ status }) => status === won);
  t.is(winners.length, 1, answers.map(({ status, raw }) => `${status} ${raw}`).join("\n"));
  for (const answer of answers) {
    if (answer.status === won) continue;
    t.regex(`${answer.status} ${answer.text("error.reason")}`, refusal);
  }
  const [winner] = winners;
  if (winner === undefined) throw new Error("nobody won");
  return winner;
}

/** An online booking that is paid, and that the worker has accepted. */
export async function acceptedBooking(world: ServiceWorld, worker: Worker, staff: HttpClient) {
  const client = await customer(world);
  const booked = await book(world, client, {
    serviceIds: await serviceIds(client, "Facial - Exclusive"),
  });
  await pay(world, booked.text("data.payment.order_id"));
  const id = booked.text("data.booking.id");
  await haveAccepted(worker, staff, id);
  return { client, id };
}

/** Has staff give the booking to the worker, busy or not, and the worker take it. */
export async function haveAccepted(worker: Worker, staff: HttpClient, id: string): Promise<void> {
  const choice = { partner_id: worker.id, force: true };
  const offered = await staff.post(`/admin/bookings/${id}/assign-partner`, choice);
  if (offered.status !== 200) throw new Error(`not offered: ${offered.raw}`);
  const taken = await worker.client.post(`/partner/bookings/${id}/accept`);
  if (taken.status !== 200) throw new Error(`not accepted: ${taken.raw}`);
}
