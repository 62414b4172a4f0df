import type { Api } from "./api.js";
import { acceptedByHand } from "./assigning.js";
import { refundInPart } from "./giving-back.js";
import { openTown, PARTNERS } from "./open-town.js";
import { order, type Placed, type Wish } from "./order.js";
import { payByWebhook } from "./paying.js";
import { payOut, type PaidOut } from "./paying-out.js";
import { PLAN, REFUNDED_LATER, type Ending, type Kind } from "./plan.js";
import { serve } from "./serving.js";
import type { Town } from "./town.js";

export interface Taken extends Placed {
  readonly kind: string;
  readonly ends: Ending;
}

export interface Day {
  readonly town: Town;
  readonly booked: readonly Taken[];
  readonly payouts: readonly PaidOut[];
}

/** Visits of the first bookings, of the others in turn, and of what may take long to assign. */
const HOURS = { first: 9, others: [12, 13, 14, 15, 16, 17, 18] } as const;

/** How many bookings there are to be. */
export const TOTAL = PLAN.reduce((sum, { count }) => sum + count, PARTNERS.length);

/**
 * A day of business from seven in the morning to the evening's payouts. Nobody has rated the new
 * partners, so that staff assign each their first booking; once it is rated, the service assigns.
 *
 * @param onBooked told how many bookings there are
 */
export async function liveADay(api: Api, onBooked: (count: number) => void): Promise<Day> {
  const town = await openTown(api);
  const booked: Taken[] = [];
  for (const partner of town.partners) {
    booked.push(await takeFirst(town, wish(town, booked.length, HOURS.first), partner));
    onBooked(booked.length);
  }
  await serve(town, booked);
  for (const { title, count, ends, take } of PLAN) {
    for (let taken = 0; taken < count; taken += 1) {
      const hour = HOURS.others[booked.length % HOURS.others.length] ?? HOURS.first;
      const placed = await take(town, wish(town, booked.length, hour));
      booked.push({ ...placed, kind: title, ends });
      onBooked(booked.length);
    }
  }
  const served = booked.filter(({ ends }) => ends.status === "completed");
  await serve(town, served.slice(town.partners.length));
  await refundInPart(town, oneOf(booked, REFUNDED_LATER));
  return { town, booked, payouts: await payOut(town, served) };
}

/** The first booking of a kind. */
export function oneOf(booked: readonly Taken[], { title }: Kind): Taken {
  const found = booked.find(({ kind }) => kind === title);
  if (found === undefined) throw new Error(`nothing was booked ${title}`);
  return found;
}

function wish({ customers, serviceIds }: Town, index: number, hour: number): Wish {
  const customer = customers[index % customers.length];
  const serviceId = serviceIds[index % serviceIds.length];
  if (customer === undefined || serviceId === undefined) throw new Error("the town is empty");
  return { customer, serviceId, hour };
}

const FIRST = {
  kind: "a new partner's first, assigned by staff",
  ends: { status: "completed", payment: "paid" },
} as const;

async function takeFirst(
  town: Town,
  asked: Wish,
  partner: Town["partners"][number],
): Promise<Taken> {
  const placed = await order(town, asked, { method: "online" });
  await payByWebhook(town, placed);
  await acceptedByHand(town, placed, partner);
  return { ...placed, ...FIRST };
}
