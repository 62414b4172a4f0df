import { MINUTE } from "../../src/kernel/clock.js";
import { anything } from "./answers.js";
import { detailOf, type Placed } from "./order.js";
import { TourFailed } from "./tour-failed.js";
import type { Partner, Town } from "./town.js";
import { waitFor } from "./wait-for.js";

/** The partner to whom the booking is offered, once it is somebody who was not asked before. */
async function offeredTo(
  town: Town,
  { id, number }: Placed,
  before: readonly Partner[] = [],
): Promise<Partner> {
  const { booking } = await waitFor(
    `${number} to be offered to a partner`,
    () => detailOf(town, id),
    ({ booking: { partner } }) =>
      partner?.status === "assigned" && before.every((asked) => asked.id !== partner.id),
  );
  const holder = town.partners.find((partner) => partner.id === booking.partner?.id);
  if (holder === undefined) throw new TourFailed(`${number} went to a partner of another city`);
  return holder;
}

function accepts(partner: Partner, { id }: Placed): Promise<unknown> {
  return partner.client.post(`/partner/bookings/${id}/accept`, {}, anything);
}

async function rejects(partner: Partner, { id }: Placed): Promise<void> {
  const body = { reason: "Too far from location" };
  await partner.client.post(`/partner/bookings/${id}/reject`, body, anything);
}

/** Whoever the service chooses takes it. */
export async function accepted(town: Town, placed: Placed): Promise<void> {
  await accepts(await offeredTo(town, placed), placed);
}

/** Staff choose the partner. */
export async function acceptedByHand(town: Town, placed: Placed, chosen: Partner): Promise<void> {
  const path = `/admin/bookings/${placed.id}/assign-partner`;
  await town.staff.post(path, { partner_id: chosen.id }, anything);
  await accepts(await offeredTo(town, placed), placed);
}

/** The first partner rejects it, the next one takes it. */
export async function rejectedOnce(town: Town, placed: Placed): Promise<void> {
  const first = await offeredTo(town, placed);
  await rejects(first, placed);
  await accepts(await offeredTo(town, placed, [first]), placed);
}

/** The first partner lets the fifteen minutes pass, the next one takes it. */
export async function unansweredOnce(town: Town, placed: Placed): Promise<void> {
  const first = await offeredTo(town, placed);
  await town.clock.pass(16 * MINUTE);
  await accepts(await offeredTo(town, placed, [first]), placed);
}

/** Three partners reject it; it is queued for staff, who find a fourth. */
export async function rejectedThrice(town: Town, placed: Placed): Promise<void> {
  const asked: Partner[] = [];
  while (asked.length < 3) {
    const next = await offeredTo(town, placed, asked);
    await rejects(next, placed);
    asked.push(next);
  }
  await waitFor(
    `${placed.number} to be queued for manual assignment`,
    () => detailOf(town, placed.id),
    ({ timeline }) => timeline.some(({ action }) => action === "queued"),
  );
  const fourth = town.partners.find((partner) => !asked.includes(partner));
  if (fourth === undefined) throw new TourFailed("the town has no fourth partner");
  await acceptedByHand(town, placed, fourth);
}
