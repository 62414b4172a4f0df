import { Answer } from "./answer.js";

type Headed = Readonly<Record<string, string>>;

/** Calls a service as a frontend would. */
export class HttpClient {
  readonly #base: string;
  readonly #headers: Headed;

  constructor(base: string, headers: Headed = {}) {
    this.#base = base;
    this.#headers = headers;
  }

  /** The same client with a bearer token. */
  as(token: string): HttpClient {
    return this.with({ authorization: `Bearer ${token}` });
  }

  with(headers: Headed): HttpClient {
    return new HttpClient(this.#base, { ...this.#headers, ...headers });
  }

  /** The same client, token and all, at another's address. */
  from(other: HttpClient): HttpClient {
    return new HttpClient(other.#base, this.#headers);
  }

  /** The same client below a path. */
  at(path: string): HttpClient {
    return new HttpClient(`${this.#base}${path}`, this.#headers);
  }

  get(path: string): Promise<Answer> {
    return this.send("GET", path);
  }

  post(path: string, body?: unknown, headers: Headed = {}): Promise<Answer> {
    return this.send("POST", path, body, headers);
  }

  put(path: string, body?: unknown): Promise<Answer> {
    return this.send("PUT", path, body);
  }

  patch(path: string, body?: unknown): Promise<Answer> {
    return this.send("PATCH", path, body);
  }

  delete(path: string): Promise<Answer> {
    return this.send("DELETE", path);
  }

  /** A form or a text is sent as it is, anything else as JSON. */
  async send(method: string, path: string, body?: unknown, headers: Headed = {}): Promise<Answer> {
    const plain = body === undefined || body instanceof FormData;
    const json = plain ? {} : { "content-type": "application/json" };
    const response = await fetch(`${this.#base}${path}`, {
      method,
      headers: { ...json, ...this.#headers, ...headers },
      ...(body === undefined ? {} : { body: bodyOf(body) }),
    });
    return new Answer(response.status, response.headers, await response.text());
  }
}

function bodyOf(body: unknown): string | FormData {
  return typeof body === "string" || body instanceof FormData ? body : JSON.stringify(body);
}
