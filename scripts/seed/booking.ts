import { HOUR, MINUTE } from "../../src/kernel/clock.js";
import { deriveId } from "../../src/kernel/ids.js";
import type { Beginning, Story } from "./agenda.js";
import { accepted, acceptedBySomebody } from "./assigning.js";
import { cancelled, complained } from "./giving-back.js";
import { orderOf } from "./order.js";
import { Pen } from "./pen.js";
import { paid, placed } from "./placing.js";
import { randomOf, type Random } from "./random.js";
import { served } from "./serving.js";
import type { Stay } from "./stay.js";
import type { Town } from "./town.js";

type Course =
  "served" | "complained" | "cancelled early" | "cancelled late" | "never paid" | "left as placed";

/** How many of a hundred bookings take which course. */
export type Courses = readonly (readonly [course: Course, share: number])[];

export const EVERYDAY: Courses = [
  ["served", 80],
  ["complained", 3],
  ["cancelled early", 6],
  ["cancelled late", 7],
  ["never paid", 4],
];

/** Many bookings for little: no more happens to them than that they are there. */
export const PLACED_ONLY: Courses = [["left as placed", 100]];

function courseOf(random: Random, courses: Courses): Course {
  let left = random.next() * 100;
  for (const [course, share] of courses) {
    if (left < share) return course;
    left -= share;
  }
  return "served";
}

/** The nth booking of the town, placed at the instant. */
export function bookingAt(town: Town, index: number, at: number): Beginning {
  const { seed, log, written, courses } = town;
  const random = randomOf(seed, "booking", index);
  const customer = random.pick(town.customers);
  const first = random.pick(town.partners);
  const others = town.partners.filter((partner) => partner !== first);
  const bookingId = deriveId("seed", seed, "booking", index);
  const paymentId = deriveId("payment", bookingId);
  const stay: Stay = {
    town,
    pen: new Pen(log, `${seed} booking ${index}`, written),
    random,
    customer,
    partners: [first, random.pick(others)],
    bookingId,
    paymentId,
    order: orderOf(town, random, { bookingId, paymentId, customer, at }),
  };
  return { at, story: storyOf(stay, courseOf(random, courses), at) };
}

async function* storyOf(stay: Stay, course: Course, at: number): Story {
  const online = stay.order.payment.method === "online";
  await placed(stay, at);
  if (course === "left as placed") {
    if (!online) yield* acceptedBySomebody(stay, at);
    return;
  }
  if (online && course === "never paid") return yield* cancelled(stay, at + HOUR);
  if (online) yield* paid(stay, at);
  if (course === "cancelled early") return yield* cancelled(stay, at + 4 * MINUTE);
  const offered = at + 2 * MINUTE;
  if (course === "cancelled late") {
    yield* acceptedBySomebody(stay, offered);
    return yield* cancelled(stay, at + stay.random.between(30, 300) * MINUTE);
  }
  const provider = yield* accepted(stay, offered);
  yield* served(stay, provider);
  if (course === "complained") yield* complained(stay, provider);
}
