import type { ServiceOffer } from "./events.js";

export interface Service {
  readonly serviceId: string;
  /** A retired service is an inactive one: bookings keep pointing to it (services, is_active). */
  readonly offer: ServiceOffer;
}

/** Null until added. */
export type ServiceState = Service | null;
