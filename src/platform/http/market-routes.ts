import { Router, type Layer } from "@koa/router";
import type { Plan } from "./plan.js";

/** What a path and a method lead to below a market's base. */
export type Found =
  | { readonly kind: "route"; readonly plan: Plan; readonly params: Record<string, string> }
  | { readonly kind: "wrong_method"; readonly allow: string }
  | { readonly kind: "unknown" };

const UNKNOWN: Found = { kind: "unknown" };

/** The routes of one market, matched by @koa/router; a literal path wins over a parameter. */
export class MarketRoutes {
  readonly #router = new Router();
  readonly #plans = new Map<Layer, Plan>();

  constructor(plans: readonly Plan[]) {
    for (const plan of plans) {
      this.#router.register(plan.route.path, [plan.route.method], () => undefined);
      const layer = this.#router.stack.at(-1);
      if (layer !== undefined) this.#plans.set(layer, plan);
    }
  }

  /** @param path below the market's base, beginning with a slash */
  find(path: string, method: string): Found {
    const { path: byPath, pathAndMethod } = this.#router.match(path, method);
    const layer = mostSpecific(pathAndMethod);
    const plan = layer && this.#plans.get(layer);
    if (layer !== undefined && plan !== undefined) {
      return { kind: "route", plan, params: layer.params(path, layer.captures(path)) };
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
