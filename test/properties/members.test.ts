import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import test from "ava";
import fc from "fast-check";
import { hledgerAccount } from "../../projections/journal/exports/hledger-names.js";
import { chance } from "../chaos/seed.js";
import { staff } from "../operations/staff.js";
import { ask, csvRows, isInstalled } from "../projections/journal/oracle.js";
import { faultsInBooks } from "../world/books.js";
import type { Member } from "../world/ev.js";
import { openServiceWorld, type ServiceWorld } from "../world/service.js";
import { temporaryFolder } from "../world/temporary-folder.js";
import { assertAcknowledged, assertLedgerAgrees, trialBalance } from "./club-laws.js";
import { clubSteps } from "./club-steps.js";
import { Club } from "./club.js";

let world: ServiceWorld;

test.before(async () => {
  world = await openServiceWorld({ RATE_LIMITS: "off" });
});

test.after.always(() => world.close());

const RUNS = 4;

test.serial("after any course of business members and the ledger agree", async (t) => {
  t.timeout(1_200_000);
  const { seed } = chance();
  t.log(`CHAOS_SEED=${seed}`);
  const { database } = world.service.foundation;
  const everyone: Member[] = [];
  const property = fc.asyncProperty(clubSteps, async (course) => {
    const club = await Club.found(world);
    everyone.push(...club.members);
    try {
      for (const step of course) await club.take(step);
      const faults = await faultsInBooks(database);
      if (faults.length > 0) throw new Error(faults.join("\n"));
      await assertAcknowledged(database, [club]);
      // A session of staff may well be over before all courses are.
      await assertLedgerAgrees(await staff(world, "finance1"), everyone);
    } catch (error) {
      throw new Error(`${String(error)}\n${club.story.join("\n")}`, { cause: error });
    }
  });
  await fc.assert(property, { numRuns: RUNS, seed, endOnFailure: true });
  t.pass();
});

test.serial("hledger reads what such a course has left, and agrees to the paisa", async (t) => {
  if (!(await isInstalled("hledger"))) {
    t.pass();
    return;
  }
  const finance = await staff(world, "finance1");
  const exported = await finance.get("/ledger/export.hledger?marketplace=ev");
  t.is(exported.status, 200);
  const file = join(await temporaryFolder(t), "members.hledger");
  await writeFile(file, exported.raw);
  await ask("hledger", "-f", file, "check", "--strict");
  const balances = await ask("hledger", "-f", file, "balance", "--flat", "-N", "-O", "csv");
  const told = new Map(csvRows(balances).slice(1) as [string, string][]);
  const booked = await trialBalance(finance);
  t.true(booked.size > 5);
  for (const [address, balance] of booked) {
    const expected = `${(-balance / 100).toFixed(2)} INR`;
    t.is(told.get(hledgerAccount(address)) ?? "0.00 INR", expected, address);
  }
});
