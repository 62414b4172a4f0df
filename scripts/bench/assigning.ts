import { DAY } from "../../src/kernel/clock.js";
import type { ReadModel } from "../../src/kernel/read-model.js";
import { rankCandidates } from "../../src/modules/booking/assignment.js";
import { MARKETPLACE } from "../../src/markets/minuteserv/policy.js";
import { localDate, visitOf } from "../../src/markets/minuteserv/visit.js";
import { openDatabase } from "../../src/platform/database/database.js";
import { assignmentCandidates } from "../../projections/assignment-candidates.js";
import { personOf } from "../seed/people.js";
import { atMost, percentile, type Result, type Setting } from "./measurement.js";

export const ASSIGNING = "assign.among_5000_partners.p99_ms";

const WARMING = 50;

/** Who is asked first for visits all over the town: the query of candidates and their ranking. */
export async function assignTogether(
  databaseUrl: string,
  { quick, say }: Setting,
): Promise<Result> {
  say("assigning partners");
  const database = openDatabase({ url: databaseUrl, poolSize: 1 });
  const decisions = quick ? 150 : 500;
  const times: number[] = [];
  let found = 0;
  try {
    for (let index = 0; index < WARMING + decisions; index += 1) {
      const began = performance.now();
      found += await decided(database, index);
      if (index >= WARMING) times.push(performance.now() - began);
    }
  } finally {
    await database.close();
  }
  if (found === 0) throw new Error("nobody was found for any visit");
  return atMost(ASSIGNING, percentile(times, 99), "ms", 20);
}

/** Whether somebody was found for the nth visit. */
async function decided(reads: ReadModel, index: number): Promise<number> {
  const { lat, lng } = personOf("lived", "customer", index).address;
  const need = {
    categories: ["Hair"],
    tiers: ["Exclusive"],
    position: { lat: lat ?? 0, lng: lng ?? 0 },
    visit: visitOf(localDate(Date.now() + (index % 7) * DAY), 600 + (index % 12) * 30, 60),
    excluded: [],
  };
  const candidates = await assignmentCandidates(reads, MARKETPLACE, need);
  return rankCandidates(need, candidates).length > 0 ? 1 : 0;
}
