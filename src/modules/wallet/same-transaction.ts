import type { Minor } from "../../kernel/money.js";
import { reject, type Rejection } from "../../kernel/rejection.js";

/** The same id moves the same amount the same way, or it is another transaction. */
export function refuseReuse(before: Minor, now: Minor): Rejection | undefined {
  if (before === now) return undefined;
  return reject("conflict", "transaction_id_taken", "The transaction id has another amount.");
}
