import type { Route } from "./route.js";

/** One answer as a market's document prints it, for the docs and the example tests. */
export interface DocumentedAnswer {
  readonly status: number;
  /**
   * The printed body. What the document elides, as `{...}` or `[...]`, is as it prints the same
   * thing elsewhere; where it never does, an empty object or list: anything of this kind.
   */
  readonly body: object;
  /** What sets this answer apart where the document prints several to one request. */
  readonly when?: string;
  /** What was corrected or proposed, and why, where the body is not the document's own. */
  readonly note?: string;
}

/** A market's printed answers by operation, as `GET /dashboard`. */
export type DocumentedAnswers = Readonly<Record<string, readonly DocumentedAnswer[]>>;

/** The name that an operation has among a market's documented answers. */
export function operationName({ method, path }: Pick<Route, "method" | "path">): string {
  return `${method} ${path}`;
}
