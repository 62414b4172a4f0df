import type { App } from "../../kernel/app.js";
import { bookingById, type BookingView } from "../../../projections/bookings/queries.js";
import { MARKETPLACE } from "./policy.js";

/** A booking of this market, whosever it is. */
export function bookingOfMarket(app: App, id: string): Promise<BookingView | undefined> {
  return bookingById(app.reads, MARKETPLACE, id);
}
