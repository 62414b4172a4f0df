import { DAY, HOUR, MINUTE, SECOND } from "../../src/kernel/clock.js";
import { promotions } from "../../src/modules/promotion/promotion.js";
import { UTC_OFFSET_MINUTES } from "../../src/markets/minuteserv/policy.js";
import { Agenda } from "./agenda.js";
import { bookingAt } from "./booking.js";
import { founding } from "./founding.js";
import { weeklyPayouts } from "./payouts.js";
import { randomOf } from "./random.js";
import { townOf, type Town } from "./town.js";

export interface Sowing extends Pick<Town, "seed" | "log" | "past" | "courses" | "written"> {
  readonly bookings: number;
  /** Who serve them; by default as many as have enough to do. */
  readonly partners?: number | undefined;
  /** Over how many days the bookings are spread. */
  readonly days: number;
  /** Milliseconds since the epoch: nothing has happened after it. */
  readonly until: number;
}

/** Appends under way at a moment; the store writes them as one. */
const AT_A_TIME = 64;

/** The log has this seed's traffic; events are written once. */
export class AlreadySown extends Error {
  override readonly name = "AlreadySown";
}

/** Writes the traffic of a town; the same for the same seed, numbers and end. */
export async function sow({ bookings, partners, days, until, ...parts }: Sowing): Promise<void> {
  const size = {
    partners: partners ?? clamp(Math.ceil(bookings / 120), 6, 400),
    customers: clamp(Math.ceil(bookings / 6), 4, 20_000),
  };
  const town = townOf(parts, size);
  if ((await town.log.load(promotions, town.promotion.id)) !== null) {
    throw new AlreadySown(`The log has the traffic of seed ${parts.seed} already: take another.`);
  }
  const start = until - days * DAY;
  const agenda = new Agenda(until, AT_A_TIME);
  for (const beginning of founding(town, start)) agenda.add(beginning);
  for (let index = 0; index < bookings; index += 1) {
    agenda.add(bookingAt(town, index, placedAt(parts.seed, index, start, days)));
  }
  for (const [index, partner] of town.partners.entries()) {
    const first = evening(start + 3 * DAY) + index * SECOND;
    agenda.add({ at: first, quiet: true, story: weeklyPayouts(town, partner, [first, until]) });
  }
  await agenda.run();
}

/** People book in the daytime, at any day of the time that is told of. */
function placedAt(seed: string, index: number, start: number, days: number): number {
  const random = randomOf(seed, "placed", index);
  const day = start + random.between(0, days - 1) * DAY;
  return day + 2 * HOUR + Math.floor(random.next() * 14 * HOUR);
}

/** Half past eleven at night at the market's place, when no visit is under way. */
function evening(at: number): number {
  const midnight = Math.ceil(at / DAY) * DAY - UTC_OFFSET_MINUTES * MINUTE;
  return midnight + DAY - 30 * MINUTE;
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
