import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { TourFailed } from "./tour-failed.js";

type Method = "GET" | "POST" | "PATCH";

export interface Request {
  readonly method: Method;
  readonly path: string;
  readonly body?: object;
  readonly token?: string | undefined;
}

/** A service's public HTTP API, as every client of it has. */
export class Api {
  readonly url: string;
  readonly #signal: AbortSignal;
  #requests = 0;

  constructor(url: string, signal: AbortSignal) {
    this.url = url.replace(/\/+$/, "");
    this.#signal = signal;
  }

  /** How many requests were made so far. */
  get requests(): number {
    return this.#requests;
  }

  /** Sends a request and reads its answer. */
  async ask<T>(request: Request, shape: z.ZodType<T>): Promise<T> {
    return this.read(request, await this.send(request), shape);
  }

  /** The answer's JSON in the expected shape; throws TourFailed at every other answer. */
  async read<T>({ method, path }: Request, answer: Response, shape: z.ZodType<T>): Promise<T> {
    const parsed = answer.ok ? shape.safeParse(await answer.json()) : undefined;
    if (parsed?.success === true) return parsed.data;
    const why = parsed === undefined ? await answer.text() : parsed.error.message;
    throw new TourFailed(`${method} ${path} answered ${answer.status}: ${why.slice(0, 400)}`);
  }

  /**
   * One request under one idempotency key. The tour makes in a minute what takes a day, so it has
   * the sandbox forget the rate limits when it meets one, and asks again.
   */
  async send(request: Request): Promise<Response> {
    const key = randomUUID();
    const answer = await this.#fetch(request, key);
    if (answer.status !== 429) return answer;
    await this.#fetch({ method: "POST", path: "/sandbox/throttle/reset" }, randomUUID());
    return this.#fetch(request, key);
  }

  async #fetch({ method, path, body, token }: Request, key: string): Promise<Response> {
    this.#requests += 1;
    const headers: Record<string, string> = { "x-idempotency-key": key };
    if (body !== undefined) headers["content-type"] = "application/json";
    if (token !== undefined) headers["authorization"] = `Bearer ${token}`;
    const sent = { method, headers, signal: this.#signal };
    const json = body === undefined ? {} : { body: JSON.stringify(body) };
    try {
      return await fetch(`${this.url}${path}`, { ...sent, ...json });
    } catch (error) {
      if (this.#signal.aborted) throw new TourFailed("interrupted");
      const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
      throw new TourFailed(`${method} ${path} got no answer from ${this.url}: ${String(cause)}`);
    }
  }
}
