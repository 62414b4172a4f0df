import { Command, InvalidArgumentError, Option } from "commander";
import { readConfig } from "../src/config/config.js";
import { DAY } from "../src/kernel/clock.js";
import { openFoundation, type Foundation } from "../src/composition/foundation.js";
import { MARKETPLACE } from "../src/markets/minuteserv/policy.js";
import { pretendPast } from "../src/platform/gateways/razorpay/pretend/past.js";
import { readCheckpoint, saveCheckpoint } from "../src/platform/processing/checkpoints.js";
import { createLog } from "../src/platform/telemetry/log.js";
import { countBar } from "./count-bar.js";
import { reportFailure } from "./failure.js";
import { EVERYDAY, PLACED_ONLY } from "./seed/booking.js";
import { sow } from "./seed/sow.js";
import { sowInBulk } from "./seed/sow-in-bulk.js";
import { someStores } from "./some-stores.js";

interface Flags {
  readonly bookings: number;
  readonly marketplace: string;
  readonly seed: string;
  readonly days: number;
  readonly until: number;
  readonly partners?: number;
  readonly placedOnly?: true;
}

/** Events that an average booking and its share of the rest come to, for the progress bar. */
const EVENTS_A_BOOKING = 13.5;

function count(most: number): (text: string) => number {
  return (text) => {
    const value = /^\d+$/.test(text) ? Number(text) : NaN;
    if (value >= 1 && value <= most) return value;
    throw new InvalidArgumentError(`It must be a whole number from 1 to ${most}.`);
  };
}

function day(text: string): number {
  const at = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : NaN;
  if (!Number.isNaN(at)) return at;
  throw new InvalidArgumentError("It must be a day such as 2024-01-20.");
}

async function write(
  { eventLog, database }: Foundation,
  flags: Flags,
  inBulk: boolean,
): Promise<number> {
  const { bookings, partners, seed, days, until, placedOnly } = flags;
  const courses = placedOnly === true ? PLACED_ONLY : EVERYDAY;
  const bar = countBar("events", Math.round(bookings * EVENTS_A_BOOKING));
  const started = performance.now();
  let events = 0;
  const written = (more: number): void => bar.show((events += more));
  try {
    const parts = {
      bookings,
      partners,
      seed,
      days,
      until,
      courses,
      past: pretendPast(database),
      written,
    };
    if (inBulk) await sowInBulk(eventLog, parts);
    else await sow({ ...parts, log: eventLog });
  } finally {
    bar.end();
  }
  const seconds = (performance.now() - started) / 1_000;
  const rate = Math.round(events / seconds);
  console.log(`${bookings} bookings, ${events} events in ${seconds.toFixed(1)} s (${rate}/s)`);
  return 0;
}

async function seed(flags: Flags): Promise<number> {
  const config = readConfig(process.env);
  if (!config.sandbox) {
    console.error("error: made-up traffic belongs in a sandbox only; set SANDBOX=on");
    return 1;
  }
  const stores = await someStores(config);
  const log = createLog({ level: "warn", pretty: true });
  const foundation = await openFoundation(config, stores, log);
  const { database, eventLog } = foundation;
  try {
    const end = await eventLog.feed.end();
    const nothingToDo = stores.alone && (await readCheckpoint(database)) >= end;
    const code = await write(foundation, flags, stores.alone);
    // All consequences are written as well: the next start need not go through them.
    if (nothingToDo) await saveCheckpoint(database, await eventLog.feed.end());
    return code;
  } finally {
    await foundation.close();
    await stores.stop();
  }
}

const today = Math.floor(Date.now() / DAY) * DAY;

const program = new Command("seed")
  .description(
    "Writes made-up bookings of past days into the event log, through the same decisions as\n" +
      "real ones. The same seed gives the same events. The service may run meanwhile.",
  )
  .requiredOption("--bookings <n>", "how many bookings", count(5_000_000))
  .addOption(
    new Option("--marketplace <name>", "whose bookings")
      .choices([MARKETPLACE])
      .default(MARKETPLACE),
  )
  .option("--seed <text>", "another one gives other traffic", "1")
  .option("--days <n>", "how many days the bookings are spread over", count(3_650), 30)
  .option("--until <day>", "the day before which all has happened (today)", day, today)
  .option("--partners <n>", "who serve them (as many as have enough to do)", count(100_000))
  .option("--placed-only", "nothing happens to the bookings: for many of them in little time")
  .showHelpAfterError()
  .action(async (flags: Flags) => {
    process.exitCode = await seed(flags).catch(reportFailure);
  });

await program.parseAsync();
