/** A room is a layer of DESIGN §3; `part` tells apart the slices that must not know each other. */
export interface Room {
  readonly name: RoomName;
  readonly part: string;
}

export type RoomName =
  | "kernel"
  | "modules"
  | "projections"
  | "processes"
  | "use-cases"
  | "markets"
  | "operations"
  | "sandbox"
  | "platform"
  | "config"
  | "main"
  | "migrations"
  | "scripts"
  | "test";

const ROOMS: ReadonlyArray<readonly [RoomName, RegExp]> = [
  ["kernel", /^src\/kernel\//],
  ["modules", /^src\/modules\/(?<part>[^/.]+)/],
  ["processes", /^src\/processes\//],
  ["use-cases", /^src\/use-cases\//],
  ["markets", /^src\/markets\/(?<part>[^/]+)\//],
  ["operations", /^src\/operations\//],
  ["sandbox", /^src\/sandbox\//],
  ["platform", /^src\/platform\//],
  ["main", /^src\/(?:main\.ts$|composition\/)/],
  ["config", /^src\/config\//],
  ["projections", /^projections\/(?<part>[^/.]+)/],
  ["migrations", /^migrations\//],
  ["scripts", /^scripts\//],
  ["test", /^test\//],
];

/** The room of a file; undefined for a file that lies outside of all rooms. */
export function roomOf(path: string): Room | undefined {
  for (const [name, pattern] of ROOMS) {
    const match = pattern.exec(path);
    if (match !== null) return { name, part: match.groups?.["part"] ?? "" };
  }
  return undefined;
}
