import { HOUR, MINUTE } from "../../src/kernel/clock.js";
import { deriveId } from "../../src/kernel/ids.js";
import { bookings } from "../../src/modules/booking/booking.js";
import type { BookingCompleted } from "../../src/modules/booking/events.js";
import type { Split } from "../../src/modules/booking/facts.js";
import { earnings } from "../../src/modules/earning/earning.js";
import { payments } from "../../src/modules/payment/payment.js";
import { TAX_BORNE_BY_PLATFORM } from "../../src/markets/minuteserv/policy.js";
import type { Story } from "./agenda.js";
import type { Person } from "./people.js";
import { customerOf, partnerActor, type Stay } from "./stay.js";

/** Share of completed bookings that are rated, in percent. */
const RATED = 60;

const FEEDBACK = ["Great service", "On time and friendly", "Very thorough", null, null];

/** The visit: on the way, there, done; the provider's earning; often a rating. */
export async function* served(stay: Stay, provider: Person): Story {
  const { pen, order, bookingId } = stay;
  const [starts, ends] = [Date.parse(order.visit.startsAt), Date.parse(order.visit.endsAt)];
  const actor = partnerActor(provider);
  const providerId = provider.id;
  yield starts - 40 * MINUTE;
  await pen.write(
    bookings,
    bookingId,
    { at: starts - 40 * MINUTE, actor },
    {
      type: "DepartToCustomer",
      providerId,
      estimatedArrival: order.visit.startsAt,
    },
  );
  yield starts;
  await pen.write(
    bookings,
    bookingId,
    { at: starts, actor },
    {
      type: "ArriveAtCustomer",
      providerId,
      startsOnArrival: true,
    },
  );
  yield ends;
  const done = await pen.write(
    bookings,
    bookingId,
    { at: ends, actor },
    {
      type: "CompleteBooking",
      providerId,
      completedAt: order.visit.endsAt,
      taxBorneByPlatform: TAX_BORNE_BY_PLATFORM,
    },
  );
  const event = done?.events.find(({ type }) => type === "BookingCompleted");
  if (event === undefined) return;
  const { number, split } = event.data as BookingCompleted;
  await earned(stay, { providerId, number, at: ends, split });
  yield* rated(stay, ends);
}

interface Earned {
  readonly providerId: string;
  readonly number: string;
  readonly at: number;
  readonly split: Split;
}

async function earned(stay: Stay, { providerId, number, at, split }: Earned): Promise<void> {
  const { pen, order, bookingId, paymentId } = stay;
  const about = { providerId, bookingId, currency: split.currency };
  const cash = order.payment.method === "cash";
  const debt = { type: "RecordCashDebt", ...about, amount: split.total } as const;
  await pen.write(
    earnings,
    providerId,
    { at },
    {
      type: "AccrueEarning",
      ...about,
      earningId: deriveId("earning", bookingId),
      bookingNumber: number,
      bookingAmount: split.total,
      sharePercent: 70,
      amount: split.providerShare,
      platformShare: split.platformShare,
    },
    ...(cash ? [debt] : []),
  );
  if (cash) await pen.write(payments, paymentId, { at }, { type: "CollectCash", providerId });
}

async function* rated(stay: Stay, completedAt: number): Story {
  const { pen, random, bookingId, customer } = stay;
  if (!random.percent(RATED)) return;
  const at = completedAt + random.between(1, 20) * HOUR;
  yield at;
  await pen.write(
    bookings,
    bookingId,
    { at, actor: customerOf(stay) },
    {
      type: "RateBooking",
      customerId: customer.id,
      rating: random.pick([5, 5, 5, 4, 4, 3]),
      feedback: random.pick(FEEDBACK),
    },
  );
}
