import type { z } from "zod";
import type { Api, Request } from "./api.js";
import { answering, tokens } from "./answers.js";

export const BASE = "/minuteserv/v1";

/** Someone who is signed in to Minuteserv. */
export class Client {
  readonly #api: Api;
  readonly #refreshPath: string;
  #access: string;
  #refresh: string;

  /** @param refreshPath where this kind of person exchanges a refresh token */
  constructor(api: Api, signedIn: z.output<typeof tokens>, refreshPath: string) {
    this.#api = api;
    this.#refreshPath = refreshPath;
    this.#access = signedIn.access_token;
    this.#refresh = signedIn.refresh_token;
  }

  get<T>(path: string, shape: z.ZodType<T>): Promise<T> {
    return this.#ask({ method: "GET", path: BASE + path }, shape);
  }

  post<T>(path: string, body: object, shape: z.ZodType<T>): Promise<T> {
    return this.#ask({ method: "POST", path: BASE + path, body }, shape);
  }

  patch<T>(path: string, body: object, shape: z.ZodType<T>): Promise<T> {
    return this.#ask({ method: "PATCH", path: BASE + path, body }, shape);
  }

  /** A token lives for 15 minutes, so in a day that the clock hurries through it is renewed. */
  async #ask<T>(request: Request, shape: z.ZodType<T>): Promise<T> {
    const first = await this.#api.send({ ...request, token: this.#access });
    if (first.status === 401) await this.#renew();
    else return this.#api.read(request, first, shape);
    return this.#api.ask({ ...request, token: this.#access }, shape);
  }

  async #renew(): Promise<void> {
    const body = { refresh_token: this.#refresh };
    const path = BASE + this.#refreshPath;
    const renewed = await this.#api.ask({ method: "POST", path, body }, answering(tokens));
    this.#access = renewed.data.access_token;
    this.#refresh = renewed.data.refresh_token;
  }
}
