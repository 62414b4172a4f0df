import { z } from "zod";
import type { Dialect } from "../../kernel/market.js";
import { reject, type Rejection, type RejectionCode } from "../../kernel/rejection.js";
import { PLAIN_MESSAGE, STATE_ERROR } from "./refusals.js";
import { wording } from "./wording.js";

/** Status Codes; 409 and 503 are of the house, for keys used twice and stores that are away. */
const STATUS: Readonly<Record<RejectionCode, number>> = {
  malformed: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  invalid: 400,
  too_many: 429,
  internal: 500,
  unavailable: 503,
};

const messages = z.array(z.string());

/** Error Responses: lists of messages by field, or one `detail`; few endpoints have another. */
const errorSchema = z
  .object({
    non_field_errors: messages,
    detail: z.string(),
    error: z.string(),
    message: z.string(),
  })
  .partial()
  .catchall(messages);

/** What the platform says about roles and realms, in the document's one sentence. */
const NO_PERMISSION = new Set(["wrong_realm", "role_not_allowed"]);

/** What the endpoints that give tokens say of the credentials in their bodies. */
const OF_ENDPOINT = new Set(["refresh_token", "wrong_credentials"]);

/** Refusals of the request as HTTP sees it have no fields to speak of. */
const OF_HTTP = new Set([
  "method_not_allowed",
  "body_too_large",
  "unsupported_media_type",
  "malformed_json",
]);

/** The document prints no body type but its own; frameworks of its kind answer 415 to others. */
function statusOf({ code, reason }: Rejection): number {
  return reason === "unsupported_media_type" ? 415 : STATUS[code];
}

function bodyOf(rejection: Rejection): object {
  const { code, reason, message } = rejection;
  if (reason === STATE_ERROR) return { error: message };
  if (reason === PLAIN_MESSAGE) return { message };
  const fielded = code === "invalid" || code === "malformed";
  return fielded && !OF_HTTP.has(reason) ? fieldsOf(rejection) : { detail: detailOf(rejection) };
}

function fieldsOf({ fields, message }: Rejection): object {
  const told: Record<string, string[]> = {};
  for (const one of fields ?? [{ field: "non_field_errors", message }]) {
    told[one.field] = [...(told[one.field] ?? []), one.message];
  }
  return told;
}

/** Error Responses, to the letter. */
function detailOf({ code, reason, message, retryAfter = 1 }: Rejection): string {
  switch (code) {
    case "unauthenticated":
      return OF_ENDPOINT.has(reason) ? message : "Authentication credentials were not provided.";
    case "forbidden":
      return NO_PERMISSION.has(reason)
        ? "You do not have permission to perform this action."
        : message;
    case "not_found":
      return reason === "invalid_page" ? message : "Not found.";
    case "too_many":
      return `Request was throttled. Expected available in ${Math.ceil(retryAfter)} seconds.`;
    case "internal":
      return "A server error occurred.";
    case "malformed":
      return reason === "malformed_json" ? `JSON parse error - ${message}` : message;
    default:
      return message;
  }
}

export const dialect: Dialect = {
  errorSchema,
  wording,
  error: (rejection) => ({ status: statusOf(rejection), body: bodyOf(rejection) }),
  invalid(issues, part): Rejection {
    const message = issues.map((issue) => issue.message).join(" ");
    if (part === "params") return reject("not_found", "unknown_id", message);
    const fields = issues.map(({ path, message: text }) => ({
      field: path.length === 0 ? "non_field_errors" : String(path[0]),
      message: text,
    }));
    return { rejected: true, code: "invalid", reason: "invalid_fields", message, fields };
  },
};
