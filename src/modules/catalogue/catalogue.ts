import { isDeepStrictEqual } from "node:util";
import { changed } from "../../kernel/change.js";
import { defineAggregate } from "../../kernel/decider.js";
import { reject, type Rejection } from "../../kernel/rejection.js";
import type { AddService, ServiceCommand } from "./commands.js";
import { serviceEvents, type ServiceEvent } from "./events.js";
import { evolve } from "./evolve.js";
import { refuseOffer } from "./sellable-offer.js";
import type { ServiceState } from "./state.js";

type Outcome = readonly ServiceEvent[] | Rejection;

function decide(command: ServiceCommand, state: ServiceState): Outcome {
  if (command.type === "AddService") return add(command, state);
  if (state === null) return reject("not_found", "service_unknown", "There is no such service.");
  const { serviceId } = state;
  if (command.type === "RetireService") {
    return state.offer.isActive ? [{ type: "ServiceRetired", data: { serviceId } }] : [];
  }
  const offer = changed(state.offer, command.change);
  if (isDeepStrictEqual(offer, state.offer)) return [];
  return refuseOffer(offer) ?? [{ type: "ServiceChanged", data: { serviceId, offer } }];
}

function add({ serviceId, offer }: AddService, state: ServiceState): Outcome {
  if (state === null) {
    return refuseOffer(offer) ?? [{ type: "ServiceAdded", data: { serviceId, offer } }];
  }
  if (isDeepStrictEqual(state.offer, offer)) return [];
  return reject("conflict", "service_exists", "This service is already in the catalogue.");
}

/** What can be booked. Prices here bind nobody: a booking keeps those it was promised. */
export const services = defineAggregate<ServiceCommand, ServiceState, ServiceEvent>({
  category: "service",
  events: serviceEvents,
  initial: null,
  decide,
  evolve,
});
