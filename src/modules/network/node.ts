import { defineAggregate } from "../../kernel/decider.js";
import { reject, type Rejection } from "../../kernel/rejection.js";
import type { NodeCommand, PlaceMember, TakeSeat } from "./commands.js";
import { nodeEvents, type NodeEvent, type SeatTaken, type TopPlace } from "./events.js";

type Outcome = readonly NodeEvent[] | Rejection;

export interface Node {
  readonly place: SeatTaken | TopPlace;
  readonly left: SeatTaken | null;
  readonly right: SeatTaken | null;
}

/** Null until the member is placed. */
export type NodeState = Node | null;

function decide(command: NodeCommand, state: NodeState): Outcome {
  return command.type === "TakeSeat" ? takeSeat(command, state) : placeMember(command, state);
}

/** A side is taken once; a repeat for the same member changes nothing. */
function takeSeat({ side, ...newcomer }: TakeSeat, state: NodeState): Outcome {
  if (state === null) return reject("conflict", "parent_not_placed", "The parent has no place.");
  const { memberId, number, sponsorId } = newcomer;
  const taken = state[side];
  if (taken?.memberId === memberId) return [];
  if (taken !== null) return reject("conflict", "seat_taken", "This position is taken.");
  const { memberId: parentId, number: parentNumber, level } = state.place;
  const position = { parentId, parentNumber, side, level: level + 1 };
  return [{ type: "SeatTaken", data: { memberId, number, ...position, sponsorId } }];
}

/** A place is for ever: a repeat changes nothing, another place is refused. */
function placeMember({ place }: PlaceMember, state: NodeState): Outcome {
  if (state === null) return [{ type: "MemberPlaced", data: place }];
  const { parentId, side } = state.place;
  if (parentId === place.parentId && side === place.side) return [];
  return reject("conflict", "already_placed", "The member stands elsewhere already.");
}

function evolve(state: NodeState, event: NodeEvent): NodeState {
  if (event.type === "MemberPlaced") return { place: event.data, left: null, right: null };
  if (state === null) throw new Error(`${event.type} stands before the member's place`);
  return { ...state, [event.data.side]: event.data };
}

/**
 * A member's node in the binary referral network; the stream's id is the member's (EV
 * Distribution, Binary APIs). A position is decided by the stream of the member above it, a
 * member's one place by their own: so neither can be given twice, by however many processes.
 */
export const nodes = defineAggregate<NodeCommand, NodeState, NodeEvent>({
  category: "node",
  events: nodeEvents,
  initial: null,
  decide,
  evolve,
});
