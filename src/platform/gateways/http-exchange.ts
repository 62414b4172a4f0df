import { GatewayUnavailable } from "../../kernel/gateway.js";

export interface Exchange {
  readonly method: "GET" | "POST";
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: object;
  /** Milliseconds, from the first byte out to the last byte in. */
  readonly timeout: number;
}

export interface Answer {
  readonly status: number;
  /** Parsed JSON; undefined for a body that is none. */
  readonly body: unknown;
}

/**
 * One HTTP request to the outside world.
 *
 * Throws `GatewayUnavailable` for a network error, a timeout, any 5xx, 429 (slow down) and 408:
 * in all of these the same request may succeed later. Every other status is an answer.
 */
export async function exchange(request: Exchange): Promise<Answer> {
  const { method, url, headers, body, timeout } = request;
  const place = `${method} ${url.origin}${url.pathname}`;
  let status: number;
  let text: string;
  try {
    const response = await fetch(url, {
      method,
      headers: { accept: "application/json", "content-type": "application/json", ...headers },
      // A redirect of an API call is a misconfiguration; following it would carry the key along.
      redirect: "manual",
      signal: AbortSignal.timeout(timeout),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    status = response.status;
    text = await response.text();
  } catch (cause) {
    throw new GatewayUnavailable(`${place} did not answer`, { cause });
  }
  if (status >= 500 || status === 429 || status === 408) {
    throw new GatewayUnavailable(`${place} answered ${status}`);
  }
  return { status, body: parsed(text) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
