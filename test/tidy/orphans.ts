import { importsOf } from "../architecture/imports.js";
import type { SourceFile } from "../world/source-files.js";

/**
 * The files of src/ and projections/ that no chain of imports joins to src/main.ts or a script:
 * dead code, or a rule that somebody forgot to register. None while there is no src/main.ts.
 */
export const orphansAmong = (files: readonly SourceFile[]): string[] => {
  const byPath = new Map(files.map((file) => [file.path, file]));
  if (!byPath.has("src/main.ts")) return [];
  const reached = new Set<string>();
  const waiting = [...byPath.keys()].filter(
    (path) => path === "src/main.ts" || path.startsWith("scripts/"),
  );
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const file = byPath.get(path);
    if (file === undefined || reached.has(path)) continue;
    reached.add(path);
    waiting.push(...importsOf(file).flatMap(({ ours, target }) => (ours ? [target] : [])));
  }
  return [...byPath.keys()].filter(
    (path) => /^(?:src|projections)\//.test(path) && !reached.has(path),
  );
};
