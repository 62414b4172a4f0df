import type { Envelope } from "../kernel/commands.js";
import { SYSTEM } from "../kernel/event.js";
import { deriveId } from "../kernel/ids.js";
import { matchAllPairs } from "../markets/ev/binary/match-all-pairs.js";
import type { MatchingApp } from "../markets/ev/binary/match-pair.js";
import { MARKETPLACE } from "../markets/ev/policy.js";
import type { Network } from "../modules/network/network.js";
import type { Foundation } from "./foundation.js";
import type { RunningRoles } from "./running-roles.js";

/** Milliseconds that a run waits for the read models before it, and for its consequences. */
const PATIENCE = 30_000;

/**
 * Looks for a pair of every member. The same run again makes no other pairs.
 *
 * @param run what tells this run from others, `2026-01-31`
 * @returns how many pairs the run has made
 */
export type PairMatching = (run: string) => Promise<{ readonly matched: number }>;

/** Joins the job to the stores. */
export function pairMatching(
  { clock, database: reads, eventLog }: Foundation,
  network: Network,
  { projected, processed }: Pick<RunningRoles, "projected" | "processed">,
): PairMatching {
  const shown = async (): Promise<unknown> =>
    projected.reached(await eventLog.feed.end(), PATIENCE);
  const appOf = (run: string, earnerId: string): MatchingApp => {
    const envelope = envelopeOf(run, earnerId);
    return {
      clock,
      envelope,
      numbers: eventLog.numbers,
      reads,
      load: (aggregate, id) => eventLog.load(aggregate, id),
      history: (aggregate, id) => eventLog.history(aggregate, id),
      execute: (aggregate, id, command) => eventLog.execute(aggregate, id, command, envelope),
    };
  };
  return async (run) => {
    await shown();
    const done = await matchAllPairs(network, reads, (earnerId) => appOf(run, earnerId));
    await processed.settled(await eventLog.feed.end(), PATIENCE);
    await shown();
    return done;
  };
}

/** Every earner's match is an interaction of its own: their wallets are credited side by side. */
function envelopeOf(run: string, earnerId: string): Envelope {
  const id = deriveId("pair-matching", run, earnerId);
  return {
    marketplace: MARKETPLACE,
    actor: SYSTEM,
    commandId: id,
    correlationId: id,
    causationId: id,
  };
}
