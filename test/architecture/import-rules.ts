import type { Import } from "./imports.js";
import { packageOf } from "./imports.js";
import { roomOf, type Room, type RoomName } from "./rooms.js";

/** Which rooms a room may import besides itself; a room that is missing may import anything. */
const MAY_IMPORT: Readonly<Partial<Record<RoomName, readonly RoomName[]>>> = {
  kernel: [],
  modules: ["kernel"],
  projections: ["kernel", "modules"],
  processes: ["kernel", "modules"],
  "use-cases": ["kernel", "modules", "projections"],
  markets: ["kernel", "modules", "projections", "use-cases"],
  operations: ["kernel", "modules", "projections"],
  sandbox: ["kernel", "modules", "projections"],
  platform: ["kernel"],
  config: ["kernel"],
  // A migration is written in the words of the platform's runner.
  migrations: ["kernel", "platform"],
};

/** Rooms whose slices must not know each other. */
const SLICED: readonly RoomName[] = ["modules", "markets", "projections"];

/** The file of a sliced room that lists all its slices, for main. */
const LISTS: Readonly<Partial<Record<RoomName, string>>> = {
  modules: "aggregates",
  projections: "index",
};

/** What slices of a room share and no room below may hold: paging and gathering lists is SQL. */
const SHARED: readonly string[] = ["projections/lists-together.ts", "projections/page-of-rows.ts"];

/** Rooms that may not reach the world, not even through Node. */
const PURE: readonly RoomName[] = ["kernel", "modules", "projections", "processes"];
const PURE_BUILTINS = ["node:crypto", "node:util"];

const DRIVERS = ["@eventstore/db-client", "pg", "knex", "koa", "ws", "rxjs"];
const MAY_DRIVE: readonly RoomName[] = ["platform", "scripts", "test"];

/** Why this import of ours breaks the layers, or undefined. */
export function layerBreach(room: Room, { target, names }: Import): string | undefined {
  const other = roomOf(target);
  const allowed = MAY_IMPORT[room.name];
  if (allowed === undefined) return undefined;
  if (other === undefined) return `imports ${target}, which belongs to no room`;
  if (other.name !== room.name) {
    return allowed.includes(other.name) ? undefined : `${room.name} must not import ${other.name}`;
  }
  if (!SLICED.includes(room.name) || other.part === room.part) return undefined;
  if (room.part === LISTS[room.name] || SHARED.includes(target)) return undefined;
  if (room.name === "projections" && onlyTables(target, names)) return undefined;
  return `${room.name} ${room.part} must not import ${room.name} ${other.part}`;
}

/** A query may join another projection's table, so it may import the table's definition and row. */
const onlyTables = (target: string, names: readonly string[]): boolean =>
  /[-/]tables?\.ts$/.test(target) ||
  (names.length > 0 && names.every((name) => /(?:Table|Tables|Row)$/.test(name)));

/** Why this import of a package breaks the rules, or undefined. */
export function packageBreach(room: Room, { target }: Import): string | undefined {
  const name = packageOf(target);
  const driver = DRIVERS.includes(name) || name.startsWith("@koa/");
  const migrating = room.name === "migrations" && name === "knex";
  if (driver && !MAY_DRIVE.includes(room.name) && !migrating) {
    return `only src/platform imports ${name}`;
  }
  if (PURE.includes(room.name) && name.startsWith("node:") && !PURE_BUILTINS.includes(name)) {
    return `${room.name} is pure and must not import ${name}`;
  }
  return undefined;
}
