import type { Page, ReadModel, Slice } from "../../src/kernel/read-model.js";
import type { ListedBooking } from "./queries.js";
import { amongDays } from "./search-days.js";
import { ofPeople } from "./search-people.js";

export interface BookingSearch {
  /** In the core's words. */
  readonly status?: string | undefined;
  /** Days of the visit, both inclusive. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly providerId?: string | undefined;
  readonly customerId?: string | undefined;
}

/**
 * A page of a market's bookings that meet all filters, and how many do, both of one moment.
 * Newest first; where days are asked for, by visit, latest first.
 */
export async function searchBookings(
  reads: ReadModel,
  marketplace: string,
  search: BookingSearch,
  slice: Slice,
): Promise<Page<ListedBooking>> {
  const { providerId, customerId } = search;
  const anybodys = providerId === undefined && customerId === undefined;
  const { text, values } = (anybodys ? amongDays : ofPeople)(marketplace, search, slice);
  // One row tells the total even where the page is empty; it then shows no booking.
  const rows = await reads.rows<ListedBooking & { readonly found: number }>(text, values);
  const shown = rows.filter(({ id }: { readonly id: string | null }) => id !== null);
  return { rows: shown, total: rows[0]?.found ?? 0 };
}
