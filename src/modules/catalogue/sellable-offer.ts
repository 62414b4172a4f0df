import { rejectFields, type FieldProblem, type Rejection } from "../../kernel/rejection.js";
import type { ServiceOffer } from "./events.js";

/** A service costs nothing or more, elsewhere too, and takes at least a minute. */
export function refuseOffer(offer: ServiceOffer): Rejection | undefined {
  const problems: FieldProblem[] = [];
  if (offer.price < 0) problems.push({ field: "price", message: "must not be negative" });
  if (offer.marketPrice !== null && offer.marketPrice < 0) {
    problems.push({ field: "marketPrice", message: "must not be negative" });
  }
  if (!Number.isInteger(offer.durationMinutes) || offer.durationMinutes < 1) {
    problems.push({ field: "durationMinutes", message: "must be a whole minute or more" });
  }
  return problems.length === 0 ? undefined : rejectFields("offer_invalid", problems);
}
