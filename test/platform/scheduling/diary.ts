import { HOUR, MINUTE } from "../../../src/kernel/clock.js";
import type { ReadModel } from "../../../src/kernel/read-model.js";

/** Due at two in the morning in India, which is 20:30 UTC of the day before. */
export const JOB = {
  name: "close-day",
  marketplace: "minuteserv",
  hour: 2,
  utcOffsetMinutes: (5 * HOUR + 30 * MINUTE) / MINUTE,
};

/** What was done, in a table of the test's own, so that many processes can write it. */
export function diary(database: ReadModel) {
  return {
    open: () => database.rows("create table public.diary (id serial, line text not null)"),
    write: (line: string) => database.rows("insert into public.diary (line) values ($1)", [line]),
    async lines(): Promise<readonly string[]> {
      const sql = "select line from public.diary order by id";
      return (await database.rows<{ line: string }>(sql)).map(({ line }) => line);
    },
  };
}
