import type { Commands, Envelope } from "../../kernel/commands.js";
import type { Aggregate } from "../../kernel/decider.js";
import type { DomainEvent } from "../../kernel/event.js";
import { deriveId } from "../../kernel/ids.js";
import type { ReadModel } from "../../kernel/read-model.js";
import { isRejection } from "../../kernel/rejection.js";
import type { Account } from "../../modules/account/state.js";
import { accounts } from "../../modules/account/account.js";
import type { SeatTaken, TopPlace } from "../../modules/network/events.js";
import type { Network } from "../../modules/network/network.js";
import { nodes } from "../../modules/network/node.js";
import type { ReferralTree } from "../../modules/network/referral-tree.js";

/** What placing members works with. */
export interface PlacingPorts {
  readonly network: Network;
  readonly reads: ReadModel;
  readonly commands: Commands;
}

/** The store was busy: the whole is to be tried again, which meets what is done already. */
class Busy extends Error {
  override readonly name = "Busy";
}

/**
 * Gives a member a place in the network: the first free one under the sponsor, level by level and
 * from left to right; a sponsor without one gets theirs first (EV-R129, EV-R130).
 *
 * What the tree takes for free may be taken already, by another process or before a crash. Then
 * the position's stream refuses and says who has it; that member's place is completed from there,
 * and the next position is tried. Nobody ever leaves a place, so every search under a sponsor
 * meets the same positions in the same order, and a member who has one is found at it.
 */
export async function placeMember(
  memberId: string,
  { network, reads, commands }: PlacingPorts,
  envelope: Envelope,
): Promise<void> {
  await network.inTurn(async () => {
    const placing = new Placing(await network.current(reads), commands, envelope);
    await placing.ensurePlaced(memberId);
  });
}

class Placing {
  readonly #tree: ReferralTree;
  readonly #commands: Commands;
  readonly #envelope: Envelope;

  constructor(tree: ReferralTree, commands: Commands, envelope: Envelope) {
    this.#tree = tree;
    this.#commands = commands;
    this.#envelope = envelope;
  }

  async ensurePlaced(memberId: string): Promise<void> {
    if (this.#tree.has(memberId)) return;
    const node = await this.#commands.load(nodes, memberId);
    if (node !== null) return this.#learn(node.place);
    const account = await this.#commands.load(accounts, memberId);
    if (account === null) throw new Error(`${memberId} has no account`);
    if (account.referredBy === null) return this.#settle(topOf(account));
    await this.ensurePlaced(account.referredBy);
    await this.#takeFirstFree(account, account.referredBy);
  }

  /** Takes in a place that the tree does not show yet, and those above it. */
  async #learn(place: SeatTaken | TopPlace): Promise<void> {
    if (place.parentId !== null) await this.ensurePlaced(place.parentId);
    this.#tree.place(place);
  }

  async #takeFirstFree(account: Account, sponsorId: string): Promise<void> {
    const { accountId: memberId } = account;
    while (!this.#tree.has(memberId)) {
      const { parentId, side } = this.#tree.firstFree(sponsorId);
      const number = numberOf(account);
      const command = { type: "TakeSeat", side, memberId, number, sponsorId } as const;
      const commandId = deriveId("take-seat", memberId, parentId, side);
      const refusal = await this.#execute(nodes, parentId, command, commandId);
      if (refusal !== undefined && refusal !== "seat_taken") throw new Error(refusal);
      const seat = (await this.#commands.load(nodes, parentId))?.[side];
      if (seat === null || seat === undefined) throw new Error(`${parentId} has lost a seat`);
      await this.#settle(seat);
    }
  }

  /** Completes what a taken seat begins, whoever began it. */
  async #settle(place: SeatTaken | TopPlace): Promise<void> {
    const { memberId } = place;
    const commandId = deriveId("place-member", memberId);
    const refusal = await this.#execute(nodes, memberId, { type: "PlaceMember", place }, commandId);
    if (refusal !== undefined) throw new Error(`${memberId}: ${refusal}`);
    this.#tree.place(place);
  }

  /** The reason of a refusal, if it was refused. */
  async #execute<C, S, E extends DomainEvent>(
    aggregate: Aggregate<C, S, E>,
    id: string,
    command: C,
    commandId: string,
  ): Promise<string | undefined> {
    const envelope = { ...this.#envelope, commandId };
    const outcome = await this.#commands.execute(aggregate, id, command, envelope);
    if (!isRejection(outcome)) return undefined;
    if (outcome.code === "unavailable") throw new Busy(outcome.message);
    return outcome.reason;
  }
}

function topOf(account: Account): TopPlace {
  const none = { parentId: null, parentNumber: null, side: null, sponsorId: null } as const;
  return { memberId: account.accountId, number: numberOf(account), ...none, level: 0 };
}

function numberOf({ accountId, number }: Account): number {
  if (number === null) throw new Error(`member ${accountId} has no number`);
  return number;
}
