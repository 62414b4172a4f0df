import type { Registry } from "prom-client";
import type { Page } from "./pages.js";

/** Named questions whose `false` or exception means "not ready". */
export type Checks = Readonly<Record<string, () => Promise<boolean> | boolean>>;

/** Milliseconds that a check may take. */
const PATIENCE = 2_000;

async function holds(check: () => Promise<boolean> | boolean): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, PATIENCE, false);
  });
  try {
    return await Promise.race([check(), late]);
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}

/** `/healthz`: the process lives and turns its event loop. */
export const healthPage: Page = (ctx) => {
  ctx.body = { status: "ok" };
};

/** `/readyz`: 200 when every check holds, 503 with Retry-After while one does not. */
export function readyPage(checks: Checks, isClosing: () => boolean): Page {
  return async (ctx) => {
    const names = Object.entries(checks);
    const results = await Promise.all(names.map(([, check]) => holds(check)));
    const ready = !isClosing() && results.every(Boolean);
    ctx.status = ready ? 200 : 503;
    if (!ready) ctx.set("retry-after", "2");
    const outcome = names.map(([name], index) => [name, results[index] ? "ok" : "away"]);
    ctx.body = { status: ready ? "ready" : "not ready", checks: Object.fromEntries(outcome) };
  };
}

/** `/metrics` in Prometheus' text format. */
export function metricsPage(registry: Registry): Page {
  return async (ctx) => {
    ctx.type = registry.contentType;
    ctx.body = await registry.metrics();
  };
}
