/**
 * The families of refusal; a market's dialect gives each its status code. `internal` is a bug of
 * ours, answered without its cause; deciders and handlers never give it.
 */
export const REJECTION_CODES = [
  "malformed",
  "unauthenticated",
  "forbidden",
  "not_found",
  "conflict",
  "invalid",
  "too_many",
  "unavailable",
  "internal",
] as const;

export type RejectionCode = (typeof REJECTION_CODES)[number];

/** One field that was refused, in the caller's own field names. */
export interface FieldProblem {
  readonly field: string;
  readonly message: string;
}

/** A refusal is a value: the user expected an answer, not a stack trace. */
export interface Rejection {
  readonly rejected: true;
  readonly code: RejectionCode;
  /** A stable word for programs, such as `booking_not_cancellable`. */
  readonly reason: string;
  /** A sentence for people. */
  readonly message: string;
  readonly fields?: readonly FieldProblem[];
  /** Seconds after which a retry makes sense (`too_many`, `unavailable`). */
  readonly retryAfter?: number;
}

export function reject(code: RejectionCode, reason: string, message: string): Rejection {
  return { rejected: true, code, reason, message };
}

/** Refuses well-formed input for the fields it names. */
export function rejectFields(reason: string, fields: readonly FieldProblem[]): Rejection {
  const message = fields.map(({ field, message: text }) => `${field}: ${text}`).join("; ");
  return { rejected: true, code: "invalid", reason, message, fields };
}

/**
 * Whether the same command may be accepted a little later: what it works on is not there, or
 * somebody else is busy with it. Every other refusal stays one, however often it is asked for.
 */
export function mayPass({ code }: Rejection): boolean {
  return code === "not_found" || code === "unavailable";
}

export function isRejection(value: unknown): value is Rejection {
  return typeof value === "object" && value !== null && "rejected" in value;
}
