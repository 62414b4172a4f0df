import { reject, rejectFields, type Rejection } from "../../kernel/rejection.js";

/** Refusals whose body is the one field that the document prints in place of the usual ones. */
export const STATE_ERROR = "state_error";
export const PLAIN_MESSAGE = "plain_message";

/** 400 with the messages under the field: `{"email": ["Email already registered"]}`. */
export function invalid(field: string, message: string): Rejection {
  return rejectFields("invalid_fields", [{ field, message }]);
}

/** 400 with `{"non_field_errors": ["…"]}`. */
export function invalidAsAWhole(message: string): Rejection {
  return invalid("non_field_errors", message);
}

/** 400 with `{"error": "…"}`: what booking payments and payouts answer to a wrong state. */
export function stateError(message: string): Rejection {
  return reject("invalid", STATE_ERROR, message);
}

/** 404 with `{"detail": "Not found."}`: unknown, or not for the caller's eyes. */
export function notFound(): Rejection {
  return reject("not_found", "not_found", "Not found.");
}

/** 404 with `{"message": "…"}`, as my_tree answers who has no node. */
export function nothingHere(message: string): Rejection {
  return reject("not_found", PLAIN_MESSAGE, message);
}

/** 403 with the endpoint's own words. */
export function forbidden(message: string): Rejection {
  return reject("forbidden", "refused", message);
}
