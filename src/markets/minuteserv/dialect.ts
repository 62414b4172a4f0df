import { z } from "zod";
import type { Dialect } from "../../kernel/market.js";
import {
  reject,
  rejectFields,
  type Rejection,
  type RejectionCode,
} from "../../kernel/rejection.js";

/** Error Codes; 400 for what cannot be read or verified, 422 for what can be read but not done. */
const STATUS: Readonly<Record<RejectionCode, number>> = {
  malformed: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  invalid: 422,
  too_many: 429,
  internal: 500,
  unavailable: 503,
};

const CODE: Readonly<Record<RejectionCode, string>> = {
  malformed: "BAD_REQUEST",
  unauthenticated: "UNAUTHORIZED",
  forbidden: "FORBIDDEN",
  not_found: "NOT_FOUND",
  conflict: "CONFLICT",
  invalid: "VALIDATION_ERROR",
  too_many: "RATE_LIMIT_EXCEEDED",
  internal: "INTERNAL_SERVER_ERROR",
  unavailable: "SERVICE_UNAVAILABLE",
};

/** The document prints no error body; this one keeps its `success` flag (A06). */
const errorSchema = z.object({
  success: z.literal(false),
  error: z.object({
    code: z.string(),
    reason: z.string(),
    message: z.string(),
    details: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
  }),
});

export const dialect: Dialect = {
  errorSchema,
  error(rejection) {
    const details = rejection.fields === undefined ? {} : { details: rejection.fields };
    return {
      status: STATUS[rejection.code],
      body: {
        success: false,
        error: {
          code: CODE[rejection.code],
          reason: rejection.reason,
          message: rejection.message,
          ...details,
        },
      },
    };
  },
  invalid(issues, part): Rejection {
    if (part === "params") return reject("not_found", "unknown_id", "No such resource.");
    return rejectFields(
      "invalid_fields",
      issues.map((issue) => ({ field: issue.path.join(".") || part, message: issue.message })),
    );
  },
};
