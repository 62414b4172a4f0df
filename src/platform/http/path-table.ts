import { Router, type Layer } from "@koa/router";

/** What a path and a method lead to below a market's base. */
export type Found<T> =
  | { readonly kind: "found"; readonly value: T; readonly params: Record<string, string> }
  | { readonly kind: "wrong_method"; readonly allow: string }
  | { readonly kind: "unknown" };

const UNKNOWN = { kind: "unknown" } as const;

/** Values by method and path pattern; a literal path wins over a parameter. */
export class PathTable<T> {
  readonly #router = new Router();
  readonly #values = new Map<Layer, T>();

  /** @param path parameters as `:name`; with or without a slash at its end it answers to both */
  add(method: string, path: string, value: T): void {
    const bare = path.length > 1 && path.endsWith("/") ? path.slice(0, -1) : path;
    this.#router.register(bare, [method], () => undefined);
    const layer = this.#router.stack.at(-1);
    if (layer !== undefined) this.#values.set(layer, value);
  }

  /** @param path below the market's base, beginning with a slash */
  find(path: string, method: string): Found<T> {
    const { path: byPath, pathAndMethod } = this.#router.match(path, method);
    const layer = mostSpecific(pathAndMethod);
    const value = layer && this.#values.get(layer);
    if (layer !== undefined && value !== undefined) {
      return { kind: "found", value, params: layer.params(path, layer.captures(path)) };
    }
    if (byPath.length === 0) return UNKNOWN;
    const methods = new Set(byPath.flatMap((candidate) => candidate.methods));
    return { kind: "wrong_method", allow: [...methods, "OPTIONS"].join(", ") };
  }
}

function mostSpecific(layers: readonly Layer[]): Layer | undefined {
  return layers.reduce<Layer | undefined>(
    (best, layer) =>
      best === undefined || layer.paramNames.length < best.paramNames.length ? layer : best,
    undefined,
  );
}
