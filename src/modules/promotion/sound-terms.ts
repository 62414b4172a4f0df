import { rejectFields, type FieldProblem, type Rejection } from "../../kernel/rejection.js";
import type { PromotionTerms } from "./events.js";

/** Refuses terms that no order could meet or that would give away more than there is. */
export function refuseTerms(terms: PromotionTerms): Rejection | undefined {
  const problems = [...valueProblems(terms), ...limitProblems(terms), ...windowProblems(terms)];
  return problems.length === 0 ? undefined : rejectFields("promotion_invalid", problems);
}

function valueProblems({ kind, value, minOrder, maxDiscount }: PromotionTerms): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (!(value > 0)) problems.push({ field: "value", message: "must be above zero" });
  if (kind === "percentage" && value > 100) {
    problems.push({ field: "value", message: "must be at most 100 percent" });
  }
  if (minOrder !== null && minOrder < 0) {
    problems.push({ field: "minOrder", message: "must not be negative" });
  }
  if (maxDiscount !== null && maxDiscount <= 0) {
    problems.push({ field: "maxDiscount", message: "must be above zero" });
  }
  return problems;
}

function limitProblems(terms: PromotionTerms): FieldProblem[] {
  return (["perAccountLimit", "totalLimit"] as const)
    .filter((field) => {
      const limit = terms[field];
      return limit !== null && (!Number.isInteger(limit) || limit < 1);
    })
    .map((field) => ({ field, message: "must be a whole number above zero" }));
}

function windowProblems({ validFrom, validUntil }: PromotionTerms): FieldProblem[] {
  if (validFrom === null || validUntil === null) return [];
  if (Date.parse(validFrom) < Date.parse(validUntil)) return [];
  return [{ field: "validUntil", message: "must be after the beginning" }];
}
