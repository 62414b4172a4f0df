import type { Api } from "./api.js";
import type { Client } from "./client.js";
import type { TourClock, TourDay } from "./clock.js";

export interface Partner {
  readonly id: string;
  readonly name: string;
  readonly client: Client;
}

export interface Customer {
  readonly name: string;
  readonly phone: string;
  readonly client: Client;
  readonly addressId: string;
}

/** Everything that takes part in the day. */
export interface Town {
  readonly api: Api;
  readonly clock: TourClock;
  readonly day: TourDay;
  /** Signed in as the demo's super admin. */
  readonly staff: Client;
  readonly partners: readonly Partner[];
  readonly customers: readonly Customer[];
  /** Ids of services that take an hour at most. */
  readonly serviceIds: readonly string[];
  /** Ten percent off, once for each customer. */
  readonly promoCode: string;
}
