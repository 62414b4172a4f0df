import { isRejection, reject } from "../../kernel/rejection.js";
import type { ArriveAtCustomer, DepartToCustomer, StartService } from "./commands.js";
import { refuseUnlessPossible } from "./lifecycle.js";
import { isLive, named, offerHeldBy, offerTo } from "./live-offer.js";
import type { Outcome } from "./outcome.js";
import type { Booking, OfferStatus } from "./state.js";

/** On the way; only after accepting and only once (Minuteserv, Assignment States). */
export function depart(command: DepartToCustomer, booking: Booking): Outcome {
  const own = offerTo(booking, command.providerId);
  if (isRejection(own)) return own;
  if (own.status !== "accepted") return outOfOrder(own.status);
  const { estimatedArrival } = command;
  return [{ type: "ProviderDeparted", data: { ...named(booking, own), estimatedArrival } }];
}

/** At the door; only from on the way. By policy the service begins with it. */
export function arrive(command: ArriveAtCustomer, booking: Booking): Outcome {
  const own = offerTo(booking, command.providerId);
  if (isRejection(own)) return own;
  if (own.status !== "in_transit") return outOfOrder(own.status);
  const data = named(booking, own);
  const arrived = { type: "ProviderArrived", data } as const;
  return command.startsOnArrival ? [arrived, { type: "ServiceStarted", data }] : [arrived];
}

/**
 * Begins the service; a provider must have arrived, staff may start it for any who accepted. That
 * it has begun may be told by its provider in any number.
 */
export function start({ providerId }: StartService, booking: Booking): Outcome {
  const held = offerHeldBy(booking, providerId);
  if (isRejection(held)) return held;
  if (booking.status === "in_progress" && providerId !== null) return [];
  const refusal = refuseUnlessPossible(booking, "ServiceStarted");
  if (refusal !== undefined) return refusal;
  const ready = providerId === null ? isLive(held) : held.status === "arrived";
  if (!ready) return outOfOrder(held.status);
  return [{ type: "ServiceStarted", data: named(booking, held) }];
}

function outOfOrder(status: OfferStatus) {
  const words = status.replaceAll("_", " ");
  return reject("conflict", "out_of_order", `That is no next step of an assignment ${words}.`);
}
