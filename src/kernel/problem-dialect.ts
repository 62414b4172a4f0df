import { z } from "zod";
import type { Dialect } from "./market.js";
import { rejectFields, type RejectionCode } from "./rejection.js";

const STATUS: Readonly<Record<RejectionCode, { readonly status: number; readonly title: string }>> =
  {
    malformed: { status: 400, title: "Bad Request" },
    unauthenticated: { status: 401, title: "Unauthorized" },
    forbidden: { status: 403, title: "Forbidden" },
    not_found: { status: 404, title: "Not Found" },
    conflict: { status: 409, title: "Conflict" },
    invalid: { status: 422, title: "Unprocessable Content" },
    too_many: { status: 429, title: "Too Many Requests" },
    internal: { status: 500, title: "Internal Server Error" },
    unavailable: { status: 503, title: "Service Unavailable" },
  };

/**
 * The dialect of what no market's document describes, the staff API and the sandbox: problem
 * details after RFC 9457, with the refusal's word as `reason` and the refused fields as `errors`.
 */
export const problemDialect: Dialect = {
  error({ code, reason, message, fields }) {
    const { status, title } = STATUS[code];
    const problem = { type: "about:blank", title, status, detail: message, reason };
    return { status, body: fields === undefined ? problem : { ...problem, errors: fields } };
  },
  invalid(issues, part) {
    const fields = issues.map(({ path, message }) => ({
      field: path.length === 0 ? part : path.map(String).join("."),
      message,
    }));
    return rejectFields("invalid_request", fields);
  },
  errorSchema: z.object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    reason: z.string(),
    errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
  }),
  errorType: "application/problem+json",
};
