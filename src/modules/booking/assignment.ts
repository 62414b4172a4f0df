import type { AssignmentScore, Visit } from "./facts.js";
import { distanceKm, type Position } from "./great-circle.js";
import { dayAround, visitTime, type TakenTime, type WorkingHours } from "./working-day.js";

/** A provider who is active, available, verified, and whose position is known. */
export interface Candidate {
  readonly providerId: string;
  readonly position: Position;
  readonly categories: readonly string[];
  readonly tiers: readonly string[];
  readonly radiusKm: number;
  readonly workingHours: WorkingHours;
  /** The mean, 0 while nobody has rated. */
  readonly rating: number;
  readonly totalBookings: number;
  readonly cancelledBookings: number;
  /** Live visits around the time of the booking. */
  readonly taken: readonly TakenTime[];
}

/** What a booking asks of its provider. */
export interface Need {
  /** Every one of them must be served. */
  readonly categories: readonly string[];
  readonly tiers: readonly string[];
  readonly position: Position;
  readonly visit: Visit;
  /** Who was offered the booking before. */
  readonly excluded: readonly string[];
}

/** How much each part of a score counts; they sum to 1. */
export type AssignmentWeights = Readonly<Record<ScorePart, number>>;

type ScorePart = "distance" | "rating" | "availability" | "reliability";

/** Minuteserv names the four factors and no weights; nearness and ratings count most here. */
export const ASSIGNMENT_WEIGHTS: AssignmentWeights = {
  distance: 0.4,
  rating: 0.3,
  availability: 0.15,
  reliability: 0.15,
};

/** "Rating >= 4.0" (Minuteserv, Auto-Assignment Algorithm). */
export const LOWEST_RATING = 4;

/** The distance at which nearness counts half. */
export const HALF_SCORE_KM = 5;

export interface RankedCandidate {
  readonly providerId: string;
  readonly score: AssignmentScore;
}

/**
 * Those who can take the booking, the best first (Minuteserv, Auto-Assignment Algorithm).
 *
 * Better in one factor and equal in the others always comes first; equal scores go by id, so that
 * every process ranks alike.
 */
export function rankCandidates(
  need: Need,
  candidates: readonly Candidate[],
  weights: AssignmentWeights = ASSIGNMENT_WEIGHTS,
): readonly RankedCandidate[] {
  const visit = visitTime(need.visit);
  const ranked: RankedCandidate[] = [];
  for (const candidate of candidates) {
    if (!canServe(candidate, need)) continue;
    const kilometres = distanceKm(candidate.position, need.position);
    const day = dayAround(visit, candidate.workingHours, candidate.taken);
    if (!day.works || !day.free) continue;
    const score = scoreOf(candidate, kilometres, day.freePart, weights);
    ranked.push({ providerId: candidate.providerId, score });
  }
  return ranked.sort(
    (a, b) => b.score.total - a.score.total || (a.providerId < b.providerId ? -1 : 1),
  );
}

/** Whether a candidate could take it at some hour: rating, category, tier and radius. */
export function canServe(candidate: Candidate, need: Omit<Need, "visit">): boolean {
  return (
    candidate.rating >= LOWEST_RATING &&
    !need.excluded.includes(candidate.providerId) &&
    need.categories.every((category) => candidate.categories.includes(category)) &&
    need.tiers.every((tier) => candidate.tiers.includes(tier)) &&
    distanceKm(candidate.position, need.position) <= candidate.radiusKm
  );
}

function scoreOf(
  { rating, totalBookings, cancelledBookings }: Candidate,
  kilometres: number,
  availability: number,
  weights: AssignmentWeights,
): AssignmentScore {
  const distance = HALF_SCORE_KM / (HALF_SCORE_KM + kilometres);
  const reliability = totalBookings === 0 ? 1 : 1 - cancelledBookings / totalBookings;
  const parts = { distance, rating: rating / 5, availability, reliability };
  const total =
    weights.distance * parts.distance +
    weights.rating * parts.rating +
    weights.availability * parts.availability +
    weights.reliability * parts.reliability;
  return { total, ...parts, distanceKm: kilometres };
}
