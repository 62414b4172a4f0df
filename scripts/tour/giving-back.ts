import { MINUTE } from "../../src/kernel/clock.js";
import { anything, cancelled } from "./answers.js";
import { detailOf, type Placed } from "./order.js";
import { TourFailed } from "./tour-failed.js";
import type { Town } from "./town.js";

/** Within five minutes of booking: all of the money goes back. */
export async function cancelAtOnce(town: Town, placed: Placed): Promise<void> {
  const { total, refund } = await cancel(town, placed);
  if (refund !== total) throw mistaken(placed, total, refund);
}

/** After that a tenth is kept. */
export async function cancelLate(town: Town, placed: Placed): Promise<void> {
  await town.clock.pass(6 * MINUTE);
  const { total, refund } = await cancel(town, placed);
  if (refund <= 0 || refund >= total) throw mistaken(placed, total, refund);
}

async function cancel(town: Town, placed: Placed): Promise<{ total: number; refund: number }> {
  const path = `/bookings/${placed.id}/cancel`;
  const body = { reason: "Change of plans" };
  const { data } = await placed.customer.client.post(path, body, cancelled);
  const { booking } = await detailOf(town, placed.id);
  return { total: booking.grand_total, refund: data.refund_amount };
}

function mistaken({ number }: Placed, total: number, refund: number): TourFailed {
  return new TourFailed(`cancelling ${number} gave back ${refund} of ${total}`);
}

/** Staff give a quarter of a served booking's price back. */
export async function refundInPart(town: Town, { id }: Placed): Promise<void> {
  const { booking } = await detailOf(town, id);
  const amount = Math.round(booking.grand_total * 25) / 100;
  const body = { amount, reason: "The partner came late" };
  await town.staff.post(`/admin/bookings/${id}/refund`, body, anything);
}
