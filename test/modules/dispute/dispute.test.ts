import test from "ava";
import { disputes } from "../../../src/modules/dispute/dispute.js";
import type { DisputeEvent, DisputeResolved } from "../../../src/modules/dispute/events.js";
import { given } from "../scenario.js";

const about = {
  disputeId: "5f0c7f0e-3a51-4a3f-9d53-0f3f3b2f1d01",
  bookingId: "5f0c7f0e-3a51-4a3f-9d53-0f3f3b2f1d02",
  customerId: "5f0c7f0e-3a51-4a3f-9d53-0f3f3b2f1d03",
  providerId: "5f0c7f0e-3a51-4a3f-9d53-0f3f3b2f1d04",
};
const claim = { reason: "quality", description: "The tap still drips.", currency: "INR" } as const;
const opening = { ...about, ...claim, held: 123_984 };
const opened: DisputeEvent = { type: "DisputeOpened", data: opening };

function resolved(outcome: "dismissed" | "refund", refund: number): DisputeEvent {
  const money = { currency: "INR", held: 123_984, refund } as const;
  const data: DisputeResolved = { ...about, outcome, resolution: "Heard both.", ...money };
  return { type: "DisputeResolved", data };
}

function resolve(outcome: "dismissed" | "refund", refund: number) {
  return { type: "ResolveDispute", outcome, resolution: "Heard both.", refund } as const;
}

test("a dispute is opened once", (t) => {
  given(t, disputes)
    .when({ type: "OpenDispute", ...opening })
    .yields(opened);
  const history = given(t, disputes, opened);
  history.when({ type: "OpenDispute", ...opening }).yields();
  history.when({ type: "OpenDispute", ...opening, held: 1 }).refuses("conflict", "dispute_exists");
});

test("less than nothing cannot be held", (t) => {
  given(t, disputes)
    .when({ type: "OpenDispute", ...opening, held: -1 })
    .refuses("invalid", "held_negative");
});

test("a dispute is dismissed, or resolved with a refund that may exceed what is held", (t) => {
  const history = given(t, disputes, opened);
  history.when(resolve("dismissed", 0)).yields(resolved("dismissed", 0));
  history.when(resolve("refund", 177_120)).yields(resolved("refund", 177_120));
});

test("the outcome and the refund must fit", (t) => {
  const history = given(t, disputes, opened);
  history.when(resolve("dismissed", 1)).refuses("invalid", "dismissed_with_refund");
  history.when(resolve("refund", 0)).refuses("invalid", "refund_not_positive");
  history.when(resolve("refund", -1)).refuses("invalid", "refund_not_positive");
});

test("a dispute is resolved once and for all", (t) => {
  given(t, disputes, opened, resolved("dismissed", 0))
    .when(resolve("refund", 100))
    .refuses("conflict", "dispute_already_resolved");
});

test("an unknown dispute is not resolved", (t) => {
  given(t, disputes).when(resolve("dismissed", 0)).refuses("not_found", "dispute_unknown");
});
