import { roomOf, type RoomName } from "./rooms.js";
import type { SourceFile } from "../world/source-files.js";

const MAY_SPEAK_SQL: readonly RoomName[] = [
  "projections",
  "migrations",
  "platform",
  "scripts",
  "test",
];

/** Beginnings of statements that no English sentence in a string starts by chance. */
const STATEMENTS: readonly RegExp[] = [
  /\bSELECT\b[\s\S]*?\bFROM\b/,
  /\bselect\s+(?:\*|count\(|[\w."]+\s*,)[\s\S]*?\bfrom\s+\S/,
  /\binsert\s+into\s+\S+\s*(?:\(|values\b|select\b)/i,
  /\bupdate\s+\S+\s+set\s+\S+\s*=/i,
  /\bdelete\s+from\s+\S+\s+where\b/i,
  /\b(?:INSERT INTO|DELETE FROM|TRUNCATE|CREATE TABLE|ALTER TABLE|DROP TABLE)\b/,
];

/** Whether the file holds SQL in a place where none may stand; its comments do not count. */
export const misplacedSql = ({ path, source }: SourceFile): boolean => {
  const room = roomOf(path);
  if (room === undefined || MAY_SPEAK_SQL.includes(room.name)) return false;
  const code = source.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$|\s\/\/ .*$/gm, "");
  const texts = code.match(/`[^`]*`|"[^"\n]*"|'[^'\n]*'/g) ?? [];
  return texts.some((text) => STATEMENTS.some((statement) => statement.test(text)));
};
