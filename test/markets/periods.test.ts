import test from "ava";
import { z } from "zod";
import type { Market } from "../../src/kernel/market.js";
import { ev } from "../../src/markets/ev/market.js";
import { minuteserv } from "../../src/markets/minuteserv/market.js";

/** The names of a span's two ends, as each document writes them. */
const SPANS = [
  [minuteserv, "date_from", "date_to", 9],
  [ev, "start_date", "end_date", 3],
] as const;

function narrowed({ routes }: Market, from: string) {
  return routes.flatMap(({ method, path, query }) =>
    query instanceof z.ZodObject && from in query.shape
      ? [{ name: `${method} ${path}`, query }]
      : [],
  );
}

for (const [market, from, to, most] of SPANS) {
  const lists = narrowed(market, from);

  test(`${market.title} has ${most} lists and reports of days`, (t) => {
    t.is(lists.length, most, lists.map(({ name }) => name).join());
  });

  for (const { name, query } of lists) {
    test(`${market.title}, ${name}: days that end before they begin are refused`, (t) => {
      const backward = query.safeParse({ [from]: "2024-02-01", [to]: "2024-01-31" });
      t.deepEqual(
        backward.error?.issues.map(({ path }) => path),
        [[to]],
      );
      const oneDay = query.safeParse({ [from]: "2024-02-01", [to]: "2024-02-01" });
      t.true(oneDay.success);
    });
  }
}
