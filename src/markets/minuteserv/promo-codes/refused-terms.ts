import { rejectFields, type Rejection } from "../../../kernel/rejection.js";

const NAMES: Readonly<Record<string, string>> = {
  value: "discount_value",
  minOrder: "min_order_amount",
  maxDiscount: "max_discount",
  perAccountLimit: "usage_limit",
  totalLimit: "total_usage_limit",
  validUntil: "valid_until",
};

/** A refusal of the terms that a change would lead to, by the names of the document. */
export function refusedTerms(rejection: Rejection): Rejection {
  if (rejection.reason !== "promotion_invalid") return rejection;
  const named = (rejection.fields ?? []).map(({ field, message }) => ({
    field: NAMES[field] ?? field,
    message,
  }));
  return rejectFields(rejection.reason, named);
}
