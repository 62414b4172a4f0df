import type { ServiceEvent, ServiceOffer } from "./events.js";

export interface Service {
  readonly serviceId: string;
  readonly offer: ServiceOffer;
  /** Deleted for customers and staff alike; bookings keep pointing to it. */
  readonly retired: boolean;
}

/** Null until added. */
export type ServiceState = Service | null;

export function evolve(state: ServiceState, event: ServiceEvent): ServiceState {
  switch (event.type) {
    case "ServiceAdded":
      return { ...event.data, retired: false };
    case "ServiceChanged": {
      const stillRetired = state !== null && state.retired && !event.data.offer.isActive;
      return { ...event.data, retired: stillRetired };
    }
    case "ServiceRetired":
      if (state === null) throw new Error("ServiceRetired stands before ServiceAdded");
      return { ...state, offer: { ...state.offer, isActive: false }, retired: true };
  }
}
