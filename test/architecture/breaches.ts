import type { SourceFile } from "../world/source-files.js";
import { layerBreach, packageBreach } from "./import-rules.js";
import { importsOf } from "./imports.js";
import { roomOf } from "./rooms.js";
import { misplacedSql } from "./sql.js";

/** Every place where the files break the layers of DESIGN §3, as `path: what is wrong`. */
export const architectureBreaches = (files: readonly SourceFile[]): string[] =>
  files.flatMap((file) => breachesIn(file).map((breach) => `${file.path}: ${breach}`));

const breachesIn = (file: SourceFile): string[] => {
  const room = roomOf(file.path);
  if (room === undefined) return ["belongs to no room"];
  const imports = importsOf(file)
    .map((found) => (found.ours ? layerBreach(room, found) : packageBreach(room, found)))
    .filter((breach) => breach !== undefined);
  return misplacedSql(file) ? [...imports, "SQL stands outside of its rooms"] : imports;
};
