import pg from "pg";

const INT8 = 20;
const INT8_ARRAY = 1016;
const DATE = 1082;
const TIMESTAMP = 1114;
const TIMESTAMPTZ = 1184;
const NUMERIC = 1700;

const TEXT_ARRAY = 1009;

type Parser = (text: string) => unknown;

/** pg's own declaration knows no array types, though its parsers do. */
const parserOf = pg.types.getTypeParser as (oid: number, format?: "text" | "binary") => Parser;

/**
 * Whole numbers as `number`. `sum(bigint)` is numeric in Postgres, so numeric comes this way too;
 * whatever a double cannot hold exactly is refused rather than rounded: it is somebody's money.
 */
function exactNumber(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
    throw new RangeError(`${text} is beyond the whole numbers that are exact`);
  }
  return value;
}

/**
 * `2026-01-01 00:00:00.5+00` as `2026-01-01T00:00:00.500Z`; sessions run in UTC. What no `Date`
 * can hold, infinity and the years before Christ, stays as Postgres writes it.
 */
function parseTimestamp(text: string): string {
  const milliseconds = `${text.slice(20, -3)}000`.slice(0, 3);
  const plain = text.length >= 22 && text.length <= 29 && text.endsWith("+00");
  if (plain) return `${text.slice(0, 10)}T${text.slice(11, 19)}.${milliseconds}Z`;
  const instant = new Date(text);
  return Number.isNaN(instant.getTime()) ? text : instant.toISOString();
}

function asIs(text: string): string {
  return text;
}

const PARSERS: Readonly<Record<number, Parser>> = {
  [INT8]: exactNumber,
  [NUMERIC]: exactNumber,
  [DATE]: asIs,
  [TIMESTAMP]: asIs,
  [TIMESTAMPTZ]: parseTimestamp,
  [INT8_ARRAY]: (text) =>
    (parserOf(TEXT_ARRAY)(text) as readonly (string | null)[]).map((item) =>
      item === null ? null : exactNumber(item),
    ),
};

/** How values of Postgres read in this program; the kernel's ReadModel promises it. */
export const typeParsers: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: "text" | "binary") =>
    PARSERS[oid] ?? parserOf(oid, format)) as typeof pg.types.getTypeParser,
};
