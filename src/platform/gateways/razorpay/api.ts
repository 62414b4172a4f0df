import type { z } from "zod";
import { GatewayRefused, GatewayUnavailable } from "../../../kernel/gateway.js";
import { withPatience, type Patience } from "../backoff.js";
import { exchange, type Answer } from "../http-exchange.js";
import { refusal } from "./entities.js";
import type { RazorpaySecrets } from "./secrets.js";

export interface RazorpayCall<T extends z.ZodType> {
  readonly method: "GET" | "POST";
  /** Below `/v1/`, parameters encoded. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object;
  readonly reply: T;
}

/** Calls Razorpay; every call handed in must be safe to repeat. */
export type RazorpayApi = <T extends z.ZodType>(call: RazorpayCall<T>) => Promise<z.output<T>>;

/**
 * The HTTP side of the real Razorpay: Basic auth, timeouts, repeats, typed errors.
 *
 * @param origin `https://api.razorpay.com`
 */
export function razorpayApi(
  origin: string,
  { keyId, keySecret }: RazorpaySecrets,
  patience: Patience,
): RazorpayApi {
  const authorization = `Basic ${Buffer.from(`${keyId}:${keySecret}`).toString("base64")}`;
  return ({ method, path, query = {}, headers = {}, body, reply }) => {
    const url = new URL(`/v1/${path}`, origin);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value));
    return withPatience(patience, async () => {
      const answer = await exchange({
        method,
        url,
        headers: { ...headers, authorization },
        timeout: patience.timeout,
        ...(body === undefined ? {} : { body }),
      });
      return understood(answer, `${method} /v1/${path}`, reply);
    });
  };
}

function understood<T extends z.ZodType>(answer: Answer, place: string, reply: T): z.output<T> {
  const { status, body } = answer;
  if (status >= 200 && status < 300) {
    const read = reply.safeParse(body);
    if (read.success) return read.data;
    throw new Error(`Razorpay's answer to ${place} is not as documented: ${read.error.message}`);
  }
  const said = refusal.safeParse(body);
  const reason = said.success ? `${said.data.error.code} ${said.data.error.description ?? ""}` : "";
  const message = `Razorpay refused ${place} with ${status} ${reason}`.trim();
  // 409: the first try of the same refund is still under way (Razorpay, idempotent refunds).
  if (status === 409) throw new GatewayUnavailable(message);
  throw new GatewayRefused(message);
}
