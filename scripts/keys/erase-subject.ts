import { createInterface } from "node:readline/promises";
import { projections } from "../../projections/index.js";
import type { Foundation } from "../../src/composition/foundation.js";
import type { EventTypeDescription } from "../../src/kernel/event-catalogue.js";
import { deriveId } from "../../src/kernel/ids.js";
import { SYSTEM } from "../../src/kernel/event.js";
import { isRejection } from "../../src/kernel/rejection.js";
import { aggregates } from "../../src/modules/aggregates.js";
import { subjects } from "../../src/modules/privacy/subject.js";
import { forgetRetired } from "../../src/platform/projecting/forget-retired.js";
import { rebuild } from "../../src/platform/projecting/rebuild.js";
import { interruption } from "../interruption.js";
import { progressBar } from "../progress-bar.js";

/**
 * Destroys the key, writes down that it was done, rebuilds the read models that held what it
 * opened, and drops the retired ones. Each step may be repeated, so an interrupted erasure is
 * finished by asking again.
 */
export async function eraseSubject(
  foundation: Foundation,
  subject: string,
  sure: boolean,
): Promise<number> {
  if (!sure && !(await confirmed(subject))) return 1;
  const { vault, eventLog, database } = foundation;
  const known = await vault.erase(subject);
  if (!known && !(await eventLog.load(subjects, subject)).erased) {
    console.error(`error: no personal data is kept of ${subject}`);
    return 1;
  }
  await writeDown(foundation, subject);
  // Nobody can open their papers any more; the sealed bytes need not stay either.
  await database.rows("delete from ops.files where owner = $1", [subject]);
  console.log(`The key of ${subject} is destroyed.`);
  return rebuildPersonal(foundation);
}

async function confirmed(subject: string): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(`Erase ${subject} for good? Type "yes": `);
  terminal.close();
  return answer.trim() === "yes";
}

async function writeDown({ eventLog }: Foundation, subject: string): Promise<void> {
  const commandId = deriveId("erase-subject", subject);
  const recorded = await eventLog.execute(
    subjects,
    subject,
    { type: "RecordErasure", subject },
    {
      marketplace: "operations",
      actor: SYSTEM,
      commandId,
      correlationId: commandId,
      causationId: commandId,
    },
  );
  if (isRejection(recorded)) throw new Error(recorded.message);
}

async function rebuildPersonal({ eventLog, database }: Foundation): Promise<number> {
  const names = projections.filter(holdsPersonalData).map(({ name }) => name);
  const bar = progressBar();
  try {
    const { live, failed } = await rebuild({
      definitions: projections,
      feed: eventLog.feed,
      database,
      names,
      onProgress: bar.show,
      signal: interruption(),
    });
    await forgetRetired(database, live);
    bar.end();
    console.log(`Rebuilt without it: ${live.join(", ")}.`);
    for (const { name, error } of failed) console.error(`not rebuilt: ${name}: ${error.message}`);
    return failed.length === 0 ? 0 : 1;
  } finally {
    bar.end();
  }
}

const DESCRIPTIONS: Readonly<Record<string, EventTypeDescription>> = Object.assign(
  {},
  ...aggregates.map(({ events }) => events),
);

/** Whether it folds any event with sealed fields; what it keeps of them does not matter. */
function holdsPersonalData({ on }: (typeof projections)[number]): boolean {
  return Object.keys(on).some((type) => DESCRIPTIONS[type]?.personal !== undefined);
}
