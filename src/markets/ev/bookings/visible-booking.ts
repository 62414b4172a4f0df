import type { App } from "../../../kernel/app.js";
import { callerId } from "../../../kernel/caller.js";
import {
  instalmentBookingBySerial,
  type InstalmentBookingView,
} from "../../../../projections/instalment-bookings.js";
import { MARKETPLACE } from "../policy.js";
import { isAdmin } from "../roles.js";

/** The booking by its printed id; to others than its owner and the admins it does not exist. */
export function visibleBooking(
  app: App,
  serial: number,
): Promise<InstalmentBookingView | undefined> {
  const ownerId = isAdmin(app) ? undefined : callerId(app);
  return instalmentBookingBySerial(app.reads, MARKETPLACE, serial, ownerId);
}
