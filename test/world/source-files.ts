import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** One file of the project as a check of its text sees it; the path is relative, with slashes. */
export interface SourceFile {
  readonly path: string;
  readonly source: string;
}

const FOLDERS = ["src", "projections", "migrations", "scripts", "test"];

/** All TypeScript of the project; tests run in its root folder. */
export function projectSources(): SourceFile[] {
  return FOLDERS.flatMap(sourcesIn);
}

function sourcesIn(folder: string): SourceFile[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts"))
      .map((name) => join(folder, name))
      .map((path) => ({ path, source: readFileSync(path, "utf8") }));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}
