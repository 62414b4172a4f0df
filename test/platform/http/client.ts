import type { Service } from "./service.js";

export interface CallOptions {
  readonly method?: string;
  readonly token?: string;
  readonly key?: string;
  readonly json?: unknown;
  readonly body?: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Called {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body as JSON, `{}` if it is none. */
  readonly json: Record<string, unknown> & { error?: { code?: string } };
}

/** One call below the bazaar's base, or of a whole path that begins with `//`. */
export async function call(
  service: Service,
  path: string,
  options: CallOptions = {},
): Promise<Called> {
  const { token, key, json } = options;
  const body = options.body ?? (json === undefined ? undefined : JSON.stringify(json));
  const headers: Record<string, string> = {
    ...(json !== undefined && { "content-type": "application/json" }),
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
    ...(key !== undefined && { "x-idempotency-key": key }),
    ...options.headers,
  };
  const method = options.method ?? (body === undefined ? "GET" : "POST");
  const url = `${service.url}${path.startsWith("//") ? path.slice(1) : `/bazaar/v1${path}`}`;
  const init = { method, headers, ...(body !== undefined && { body: bytes(body) }) };
  const response = await fetch(url, init);
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, json: parsed(text) };
}

function bytes(body: string | Buffer): string | Uint8Array<ArrayBuffer> {
  return typeof body === "string" ? body : new Uint8Array(body);
}

function parsed(text: string): Called["json"] {
  try {
    return JSON.parse(text) as Called["json"];
  } catch {
    return {};
  }
}
