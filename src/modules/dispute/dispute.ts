import { isDeepStrictEqual } from "node:util";
import { defineAggregate } from "../../kernel/decider.js";
import { reject, type Rejection } from "../../kernel/rejection.js";
import type { DisputeCommand, OpenDispute } from "./commands.js";
import { disputeEvents, type DisputeEvent } from "./events.js";
import { evolve } from "./evolve.js";
import { resolveDispute } from "./resolve-dispute.js";
import type { DisputeState } from "./state.js";

type Outcome = readonly DisputeEvent[] | Rejection;

function decide(command: DisputeCommand, state: DisputeState): Outcome {
  if (command.type === "OpenDispute") return open(command, state);
  if (state === null) return reject("not_found", "dispute_unknown", "There is no such dispute.");
  return resolveDispute(command, state);
}

function open(command: OpenDispute, state: DisputeState): Outcome {
  const { type: _type, ...data } = command;
  if (data.held < 0) return reject("invalid", "held_negative", "What is held is never negative.");
  if (state === null) return [{ type: "DisputeOpened", data }];
  const { status: _status, ...opened } = state;
  if (isDeepStrictEqual(opened, data)) return [];
  return reject("conflict", "dispute_exists", "This dispute is already open.");
}

/** A customer contests a booking; the provider's part is held until staff resolve it. */
export const disputes = defineAggregate<DisputeCommand, DisputeState, DisputeEvent>({
  category: "dispute",
  events: disputeEvents,
  initial: null,
  decide,
  evolve,
});
