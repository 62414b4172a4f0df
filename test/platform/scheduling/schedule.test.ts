import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import test from "ava";
import { DAY, HOUR } from "../../../src/kernel/clock.js";
import type { Database } from "../../../src/platform/database/database.js";
import { dayEndedBy, nextDue } from "../../../src/platform/scheduling/occurrence.js";
import { Schedule } from "../../../src/platform/scheduling/schedule.js";
import { freshUrl, open } from "../gateways/sandbox-world.js";
import { silent } from "../../world/log-world.js";
import { diary, JOB } from "./diary.js";

const DYING = fileURLToPath(new URL("dying-schedule.js", import.meta.url));
const MIDNIGHT_UTC = Date.parse("2026-03-10T00:00:00Z");

/** A schedule on a clock that is moved by hand. */
function scheduleOn(database: Database, clock: { at: number }, fails = () => false) {
  const job = {
    ...JOB,
    async run(day: string): Promise<object> {
      if (fails()) throw new Error("the bank is closed");
      await diary(database).write(day);
      return { closed: day };
    },
  };
  return new Schedule({ jobs: [job], database, clock: { now: () => clock.at }, log: silent });
}

async function world() {
  const url = await freshUrl();
  const database = open(url);
  await diary(database).open();
  return { url, database, clock: { at: MIDNIGHT_UTC } };
}

test("a job is due at its hour at its market's place", (t) => {
  const due = Date.parse("2026-03-10T20:30:00Z");
  t.is(nextDue(JOB, MIDNIGHT_UTC), due);
  t.is(nextDue(JOB, due - 1), due);
  t.is(nextDue(JOB, due), due + DAY, "after, not at");
  t.is(dayEndedBy(JOB, due), "2026-03-10", "two in the morning of the eleventh");
});

test("each day is run once, by whichever of two, and missed days are made up for", async (t) => {
  const { database, clock } = await world();
  const schedules = [scheduleOn(database, clock), scheduleOn(database, clock)];
  await Promise.all(schedules.map((each) => each.runDueNow()));
  t.deepEqual(await diary(database).lines(), [], "a new job begins with its next hour");
  clock.at += 3 * DAY;
  await Promise.all(schedules.map((each) => each.runDueNow()));
  const days = ["2026-03-10", "2026-03-11", "2026-03-12"];
  t.deepEqual(await diary(database).lines(), days);
  const [status] = await (schedules[0]?.status() ?? []);
  t.like(status, { last_day: "2026-03-12", last_result: { closed: "2026-03-12" }, failures: 0 });
  t.is(status?.next_run_at, "2026-03-13T20:30:00.000Z");
  await database.close();
});

test("after a long standstill the latest month is made up for", async (t) => {
  const { database, clock } = await world();
  const schedule = scheduleOn(database, clock);
  await schedule.runDueNow();
  clock.at += 400 * DAY;
  await schedule.runDueNow();
  const lines = await diary(database).lines();
  t.is(lines.length, 31);
  t.is(lines.at(-1), dayEndedBy(JOB, nextDue(JOB, clock.at) - DAY));
  await database.close();
});

test("a run that fails is tried again, and the day is not lost", async (t) => {
  const { database, clock } = await world();
  let closed = true;
  const schedule = scheduleOn(database, clock, () => closed);
  await schedule.runDueNow();
  clock.at += DAY;
  await schedule.runDueNow();
  const [failed] = await schedule.status();
  t.like(failed, { last_error: "the bank is closed", failures: 1, last_ended_at: null });
  closed = false;
  clock.at += HOUR;
  await schedule.runDueNow();
  t.deepEqual(await diary(database).lines(), ["2026-03-10"]);
  t.like((await schedule.status())[0], { last_error: null, failures: 0 });
  await database.close();
});

test("whoever comes after a killed process runs the day that it had begun", async (t) => {
  const { url, database, clock } = await world();
  const survivor = scheduleOn(database, clock);
  await survivor.runDueNow();
  clock.at += DAY;
  const child = fork(DYING, [url, String(clock.at)]);
  const [, signal] = (await once(child, "exit")) as [unknown, string];
  t.is(signal, "SIGKILL");
  t.deepEqual(await diary(database).lines(), ["2026-03-10 begun"]);
  await survivor.runDueNow();
  t.deepEqual(await diary(database).lines(), ["2026-03-10 begun", "2026-03-10"]);
  await survivor.runDueNow();
  t.is((await diary(database).lines()).length, 2);
  await database.close();
});
