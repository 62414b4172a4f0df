import type { ServiceEvent, ServiceOffer } from "./events.js";

export interface Service {
  readonly serviceId: string;
  /** A retired service is an inactive one: bookings keep pointing to it (services, is_active). */
  readonly offer: ServiceOffer;
}

/** Null until added. */
export type ServiceState = Service | null;

export function evolve(state: ServiceState, event: ServiceEvent): ServiceState {
  switch (event.type) {
    case "ServiceAdded":
    case "ServiceChanged":
      return event.data;
    case "ServiceRetired":
      if (state === null) throw new Error("ServiceRetired stands before ServiceAdded");
      return { ...state, offer: { ...state.offer, isActive: false } };
  }
}
