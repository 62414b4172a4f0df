import type { App } from "../../../kernel/app.js";
import { isoNow } from "../../../kernel/clock.js";
import type { Of } from "../../../kernel/event.js";
import { valueOf } from "../../../kernel/id-map.js";
import { deriveId } from "../../../kernel/ids.js";
import { isRejection, type Rejection } from "../../../kernel/rejection.js";
import { accounts } from "../../../modules/account/account.js";
import type { Network } from "../../../modules/network/network.js";
import { nodes } from "../../../modules/network/node.js";
import type { PairedMember, PairEvent } from "../../../modules/pair/events.js";
import { pairs } from "../../../modules/pair/pair.js";
import { pairsInMonth } from "../../../modules/pair/state.js";
import { PAIRS } from "../policy.js";

/** What matching takes of a request; a job makes itself the like. */
export type MatchingApp = Pick<
  App,
  "clock" | "envelope" | "numbers" | "reads" | "load" | "history" | "execute"
>;

export type MatchedPair = Of<PairEvent, "PairMatched">;

/**
 * Makes at most one pair for an earner: of each leg the member who has been activated for longest
 * and has made none for them (EV-R136, EV-R137).
 *
 * @returns undefined when a leg has nobody left or the month's pairs are all made; a refusal only
 *   when the store is busy
 */
export async function matchPair(
  earnerId: string,
  network: Network,
  app: MatchingApp,
): Promise<MatchedPair | Rejection | undefined> {
  const pairId = deriveId("pair", app.envelope.commandId);
  for (;;) {
    const made = await app.load(pairs, earnerId);
    // A repeat of the request, whose first answer was lost, gets its own pair.
    if (valueOf(made.pairs, pairId) !== undefined) return pairOf(earnerId, pairId, app);
    const at = isoNow(app.clock);
    if (pairsInMonth(made, at) >= PAIRS.monthlyMost) return undefined;
    // After the pairs, so that it has everybody who is in one of them.
    const tree = await network.current(app.reads);
    if (!tree.has(earnerId)) return undefined;
    const leftId = tree.nextEligible(earnerId, "left", made.lastTaken.left);
    const rightId = tree.nextEligible(earnerId, "right", made.lastTaken.right);
    if (leftId === undefined || rightId === undefined) return undefined;
    const outcome = await app.execute(pairs, earnerId, {
      type: "MatchPair",
      pairId,
      number: await app.numbers.next("ev.pair", app.envelope),
      earnerId,
      ...(await earner(earnerId, app)),
      left: await pairedMember(leftId, app),
      right: await pairedMember(rightId, app),
      at,
      terms: PAIRS,
    });
    if (!isRejection(outcome)) return outcome.events.find(isPair);
    // Whoever was faster has taken one of the two, or the last pair of the month.
    if (outcome.code === "unavailable") return outcome;
  }
}

async function pairOf(
  earnerId: string,
  pairId: string,
  app: MatchingApp,
): Promise<MatchedPair | undefined> {
  const history = await app.history(pairs, earnerId);
  return history.filter(isPair).find(({ data }) => data.pairId === pairId);
}

function isPair(event: { readonly type: string }): event is MatchedPair {
  return event.type === "PairMatched";
}

/** Active Buyer or not is evaluated when a pair is matched (EV-R149). */
async function earner(earnerId: string, app: MatchingApp) {
  const account = await app.load(accounts, earnerId);
  if (account === null || account.number === null) throw new Error(`${earnerId} is no member`);
  return { earnerNumber: account.number, activeBuyer: account.activated };
}

async function pairedMember(memberId: string, app: MatchingApp): Promise<PairedMember> {
  const node = await app.load(nodes, memberId);
  if (node === null) throw new Error(`${memberId} has no place in the network`);
  return { memberId, number: node.place.number };
}
