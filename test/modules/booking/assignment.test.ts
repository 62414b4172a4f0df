import test from "ava";
import fc from "fast-check";
import {
  ASSIGNMENT_WEIGHTS,
  rankCandidates,
  type Candidate,
  type Need,
} from "../../../src/modules/booking/assignment.js";
import { sum } from "../../../src/kernel/money.js";
import { terms } from "./a-booking.js";

/** A Saturday, 10:00 to 12:00 in Bengaluru. */
const need: Need = {
  categories: ["Facial"],
  tiers: ["premium"],
  position: { lat: 12.9716, lng: 77.5946 },
  visit: terms.visit,
  excluded: [],
};

function candidate(change: Partial<Candidate> = {}): Candidate {
  return {
    providerId: "b",
    position: { lat: 12.98, lng: 77.6 },
    categories: ["Facial", "Hair"],
    tiers: ["premium", "basic"],
    radiusKm: 10,
    workingHours: { start: "08:00", end: "20:00", days: [1, 2, 3, 4, 5, 6, 7] },
    rating: 4.5,
    totalBookings: 50,
    cancelledBookings: 2,
    taken: [],
    ...change,
  };
}

function chosen(...candidates: readonly Candidate[]): readonly string[] {
  return rankCandidates(need, candidates).map(({ providerId }) => providerId);
}

const better: Readonly<Record<string, Partial<Candidate>>> = {
  closer: { position: { lat: 12.975, lng: 77.597 } },
  "better rated": { rating: 4.51 },
  "less booked that day": { taken: [] },
  "cancelling less": { cancelledBookings: 1 },
};

for (const [name, change] of Object.entries(better)) {
  test(`of two alike the one ${name} comes first`, (t) => {
    const evening = ["2024-01-20T12:30:00+00:00", "2024-01-20T13:30:00+00:00"] as const;
    const one = candidate({ providerId: "a", taken: [evening] });
    const other = candidate({ taken: [evening], ...change });
    t.deepEqual(chosen(one, other), ["b", "a"]);
    t.deepEqual(chosen(other, one), ["b", "a"]);
  });
}

test("longer hours of work are more availability", (t) => {
  const short = { start: "09:00", end: "18:00", days: [6] };
  t.deepEqual(chosen(candidate({ providerId: "a", workingHours: short }), candidate()), ["b", "a"]);
});

test("equals go by id, whatever their order", (t) => {
  const two = [candidate({ providerId: "a" }), candidate()] as const;
  t.deepEqual(chosen(...two), ["a", "b"]);
  t.deepEqual(chosen(...two.toReversed()), ["a", "b"]);
});

const unfit: Readonly<Record<string, Partial<Candidate>>> = {
  "without the category": { categories: ["Hair"] },
  "without the tier": { tiers: ["basic"] },
  "too far away": { position: { lat: 13.0716, lng: 77.5946 } },
  "outside their own small radius": { radiusKm: 1 },
  "rated 3.99": { rating: 3.99 },
  "never rated": { rating: 0 },
  "not at work that day": { workingHours: { start: "08:00", end: "20:00", days: [7] } },
  "starting later": { workingHours: { start: "10:01", end: "20:00", days: [6] } },
  "gone before it ends": { workingHours: { start: "08:00", end: "11:59", days: [6] } },
  "taken at the beginning": { taken: [["2024-01-20T04:00:00Z", "2024-01-20T04:31:00Z"]] },
  "taken at the end": { taken: [["2024-01-20T06:29:00Z", "2024-01-20T08:00:00Z"]] },
  "taken in between": { taken: [["2024-01-20T05:00:00Z", "2024-01-20T05:30:00Z"]] },
};

for (const [name, change] of Object.entries(unfit)) {
  test(`nobody ${name} is chosen`, (t) => {
    t.deepEqual(chosen(candidate(change)), []);
  });
}

test("the border cases fit: hours to the minute, visits back to back, a rating of 4", (t) => {
  const workingHours = { start: "10:00", end: "12:00", days: [6] };
  const before = ["2024-01-20T03:30:00Z", "2024-01-20T04:30:00Z"] as const;
  const after = ["2024-01-20T06:30:00Z", "2024-01-20T07:30:00Z"] as const;
  t.deepEqual(chosen(candidate({ workingHours, taken: [before, after], rating: 4 })), ["b"]);
});

test("every category and tier must be served, and nobody is asked twice", (t) => {
  const both = { ...need, categories: ["Facial", "Nails"] };
  t.deepEqual(rankCandidates(both, [candidate()]), []);
  t.deepEqual(rankCandidates({ ...need, tiers: ["basic", "luxe"] }, [candidate()]), []);
  t.deepEqual(rankCandidates({ ...need, excluded: ["b"] }, [candidate()]), []);
});

test("the distance is the great circle's", (t) => {
  const [mysuru] = rankCandidates(need, [
    candidate({ position: { lat: 12.2958, lng: 76.6394 }, radiusKm: 1_000 }),
  ]);
  t.is(Math.round(mysuru?.score.distanceKm ?? 0), 128);
});

test("each part and the total lie between 0 and 1, for new providers too", (t) => {
  t.is(sum(Object.values(ASSIGNMENT_WEIGHTS).map((weight) => Math.round(weight * 100))), 100);
  fc.assert(
    fc.property(
      fc.double({ min: 12.9, max: 13.05, noNaN: true }),
      fc.double({ min: 4, max: 5, noNaN: true }),
      fc.integer({ min: 0, max: 100 }),
      fc.integer({ min: 0, max: 100 }),
      (lat, rating, totalBookings, cancelled) => {
        const cancelledBookings = Math.min(cancelled, totalBookings);
        const position = { lat, lng: 77.5946 };
        const one = candidate({ position, rating, totalBookings, cancelledBookings });
        const [ranked] = rankCandidates(need, [one]);
        if (ranked === undefined) return true;
        const { distanceKm, ...parts } = ranked.score;
        const within = Object.values(parts).every((part) => part >= 0 && part <= 1);
        return within && distanceKm >= 0 && distanceKm <= 10;
      },
    ),
  );
});
