import test from "ava";
import type { Candidate } from "../../../src/modules/booking/assignment.js";
import { visitsWithCapacity } from "../../../src/modules/booking/capacity.js";

const need = {
  categories: ["Facial"],
  tiers: ["Minimal"],
  position: { lat: 12.9716, lng: 77.5946 },
  excluded: [],
};

function candidate(change: Partial<Candidate> = {}): Candidate {
  return {
    providerId: "p",
    position: { lat: 12.98, lng: 77.6 },
    categories: ["Facial"],
    tiers: ["Minimal"],
    radiusKm: 10,
    workingHours: { start: "09:00", end: "12:00", days: [6] },
    rating: 4.5,
    totalBookings: 5,
    cancelledBookings: 0,
    taken: [],
    ...change,
  };
}

/** An hour from so many o'clock in India on Saturday, 20 January 2024. */
function visit(hour: number) {
  const startsAt = new Date(Date.parse("2024-01-19T18:30:00Z") + hour * 3_600_000).toISOString();
  const endsAt = new Date(Date.parse(startsAt) + 3_600_000).toISOString();
  return { date: "2024-01-20", time: `${String(hour).padStart(2, "0")}:00:00`, startsAt, endsAt };
}

const VISITS = [8, 9, 10, 11, 12].map(visit);
const TEN = visit(10);

function hours(...candidates: readonly Candidate[]): readonly string[] {
  return visitsWithCapacity(need, candidates, VISITS).map(({ time }) => time.slice(0, 2));
}

test("a visit needs one who works then and is not taken", (t) => {
  t.deepEqual(hours(candidate()), ["09", "10", "11"], "the whole visit within working hours");
  const busy = candidate({ taken: [[TEN.startsAt, TEN.endsAt]] });
  t.deepEqual(hours(busy), ["09", "11"], "touching ends are free");
  t.deepEqual(hours(busy, candidate({ providerId: "q" })), ["09", "10", "11"], "any one will do");
  const monday = { start: "08:00", end: "20:00", days: [1] };
  t.deepEqual(hours(candidate({ workingHours: monday })), []);
});

test("who could not be assigned does not count", (t) => {
  const busy = candidate({ taken: [[TEN.startsAt, TEN.endsAt]] });
  for (const change of [
    { categories: ["Hair"] },
    { tiers: ["E-Lite"] },
    { rating: 3.9 },
    { radiusKm: 0.5 },
  ]) {
    t.deepEqual(hours(busy, candidate({ providerId: "q", ...change })), ["09", "11"]);
  }
});

test("where nobody serves, every visit stays for manual assignment", (t) => {
  t.is(hours().length, VISITS.length);
  t.is(hours(candidate({ rating: 0 })).length, VISITS.length);
});
