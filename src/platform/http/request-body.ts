import { isUtf8 } from "node:buffer";
import type { IncomingMessage } from "node:http";
import getRawBody from "raw-body";
import { reject, type Rejection } from "../../kernel/rejection.js";
import type { HttpConfig } from "./config.js";
import { isStorable } from "./storable.js";

/** A body as it came and as JSON; `value` is undefined where nothing was sent. */
export interface RequestBody {
  readonly raw: Buffer;
  readonly value: unknown;
}

export const NO_BODY: RequestBody = { raw: Buffer.alloc(0), value: undefined };

const JSON_TYPE = /^application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/i;

export const TOO_LARGE = reject("malformed", "body_too_large", "The request body is too large.");

function wrongType(type: string): Rejection {
  const message = `Unsupported media type "${type}" in request.`;
  return reject("malformed", "unsupported_media_type", message);
}

const NOT_JSON = reject("malformed", "malformed_json", "The request body is not valid JSON.");
export const NOT_STORABLE = reject(
  "malformed",
  "unsupported_text",
  "The request holds text that cannot be stored, or is nested too deeply.",
);
const CUT_OFF = reject("malformed", "body_cut_off", "The request body ended too early.");

function readRefusal(error: unknown): Rejection {
  const type = error instanceof Error && "type" in error ? error.type : "";
  if (type === "entity.too.large") return TOO_LARGE;
  if (type === "request.aborted" || type === "request.size.invalid") return CUT_OFF;
  throw error;
}

/** The bytes of the body up to a limit, or a refusal. */
async function readBytes(request: IncomingMessage, limit: number): Promise<Buffer | Rejection> {
  const length = request.headers["content-length"];
  if (length === undefined && request.headers["transfer-encoding"] === undefined) {
    return NO_BODY.raw;
  }
  if (Number(length) > limit) return TOO_LARGE;
  try {
    return await getRawBody(request, { limit, length: length ?? null });
  } catch (error) {
    return readRefusal(error);
  }
}

/**
 * Reads a JSON body.
 *
 * @param strict false for routes that declare no body (webhooks, log out): whatever is no JSON
 *   is left to the handler as bytes
 */
export async function readJsonBody(
  request: IncomingMessage,
  config: HttpConfig,
  strict: boolean,
): Promise<RequestBody | Rejection> {
  const raw = await readBytes(request, config.jsonLimit);
  if (!Buffer.isBuffer(raw)) return raw;
  if (raw.length === 0) return { raw, value: undefined };
  const type = request.headers["content-type"];
  if (type !== undefined && !JSON_TYPE.test(type)) {
    return strict ? wrongType(type) : { raw, value: undefined };
  }
  const value = parsed(raw);
  if (value === undefined) return NOT_JSON;
  return isStorable(value) ? { raw, value } : NOT_STORABLE;
}

/** Undefined, which no JSON is, where the bytes are none. */
function parsed(raw: Buffer): unknown {
  if (!isUtf8(raw)) return undefined;
  try {
    return JSON.parse(raw.toString("utf8")) as unknown;
  } catch {
    return undefined;
  }
}
