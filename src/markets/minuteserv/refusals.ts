import { reject, rejectFields, type Rejection } from "../../kernel/rejection.js";

/** An unknown id and another's id read the same: nothing is told about other people. */
export function notFound(what: string): Rejection {
  const reason = `${what.toLowerCase().replaceAll(" ", "_")}_not_found`;
  return reject("not_found", reason, `${what} not found.`);
}

export function invalid(field: string, message: string): Rejection {
  return rejectFields("invalid_fields", [{ field, message }]);
}
