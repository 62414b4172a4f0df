import { posix } from "node:path";
import type { SourceFile } from "../world/source-files.js";

/** One import or re-export as it stands in a file. */
export interface Import {
  /** A file of ours relative to the root, ending in `.ts`, or the name as written of a package. */
  readonly target: string;
  readonly ours: boolean;
  /** The names between the braces, as the other file calls them; empty where there are none. */
  readonly names: readonly string[];
}

const STATEMENT = /^(?:import|export)\b(?<clause>[^;"'`]*?)\bfrom\s*["'](?<from>[^"']+)["']/gm;
const BARE = /^import\s*["'](?<from>[^"']+)["']/gm;
const CALLED = /\bimport\(\s*["'](?<from>[^"']+)["']\s*,?\s*\)/g;

/** All imports of a file: static, for effect, dynamic, and re-exports. */
export const importsOf = ({ path, source }: SourceFile): Import[] =>
  [STATEMENT, BARE, CALLED]
    .flatMap((form) => [...source.matchAll(form)])
    .map(({ groups }) => {
      const from = groups?.["from"] ?? "";
      const ours = from.startsWith(".");
      return { target: ours ? fileOf(path, from) : from, ours, names: namesIn(groups?.["clause"]) };
    });

const fileOf = (importer: string, from: string): string =>
  posix.join(posix.dirname(importer), from).replace(/\.js$/, ".ts");

const namesIn = (clause = ""): string[] =>
  (/\{([^}]*)\}/.exec(clause)?.[1] ?? "")
    .split(",")
    .map(
      (name) =>
        name
          .trim()
          .replace(/^type\s+/, "")
          .split(/\s+as\s+/)[0] ?? "",
    )
    .filter((name) => name !== "");

/** The package that an import names: `@koa/router` of `@koa/router/lib`, `pg` of `pg/lib/x`. */
export const packageOf = (from: string): string =>
  from
    .split("/")
    .slice(0, from.startsWith("@") ? 2 : 1)
    .join("/");
