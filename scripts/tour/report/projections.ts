import type { Projection } from "../books.js";
import { table } from "./table.js";

/** How far each read model is behind the log, in the log's own positions. */
export function lags(projections: readonly Projection[]): readonly string[] {
  return table(
    [
      ["read model", "left"],
      ["version", "right"],
      ["state", "left"],
      ["position", "right"],
      ["lag", "right"],
    ],
    projections.map(({ name, version, state, position, lag }) => [
      name,
      String(version),
      state,
      String(position),
      String(lag),
    ]),
  );
}
