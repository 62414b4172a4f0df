import type { IncomingHttpHeaders } from "node:http";
import { newId } from "../../kernel/ids.js";

/** How one request is found again in logs and events. */
export interface RequestIdentity {
  readonly requestId: string;
  readonly correlationId: string;
}

/** What a caller may choose stands in headers, logs and events, so its form is narrow. */
const ACCEPTED = /^[\w.:-]{1,128}$/;

function accepted(header: string | string[] | undefined): string | undefined {
  return typeof header === "string" && ACCEPTED.test(header) ? header : undefined;
}

/** The caller's own ids where they are well-formed, else new ones. */
export function identifyRequest(headers: IncomingHttpHeaders): RequestIdentity {
  const requestId = accepted(headers["x-request-id"]) ?? newId();
  return { requestId, correlationId: accepted(headers["x-correlation-id"]) ?? requestId };
}
