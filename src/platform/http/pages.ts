import type { Context } from "koa";

/** Something other than a route that answers GET at a fixed path. */
export type Page = (ctx: Context) => Promise<void> | void;

/** Pages by host and path; a page without a host answers on every host. */
export class Pages {
  readonly #pages = new Map<string, Page>();

  add(host: string | undefined, path: string, page: Page): void {
    this.#pages.set(`${host ?? ""}${path}`, page);
  }

  find(host: string, path: string): Page | undefined {
    const bare = path.length > 1 && path.endsWith("/") ? path.slice(0, -1) : path;
    return this.#pages.get(`${host}${bare}`) ?? this.#pages.get(bare);
  }
}
