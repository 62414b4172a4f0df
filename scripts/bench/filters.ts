import { DAY } from "../../src/kernel/clock.js";
import { localDate } from "../../src/markets/minuteserv/visit.js";
import { personOf } from "../seed/people.js";
import { loadOf, staffOf } from "./dashboards.js";
import { atMost, percentile, type Result, type Setting } from "./measurement.js";
import type { RunningService } from "./service.js";

/** Who search at the same time: every one of them is answered with an exact count. */
const SEARCHERS = 4;

/** Days of the past that the seeded bookings are spread over. */
const now = Date.now();
const ago = (days: number): string => localDate(now - days * DAY);
const month = `date_from=${ago(30)}&date_to=${ago(0)}`;
const week = `date_from=${ago(10)}&date_to=${ago(3)}`;
const partner = `partner_id=${personOf("lived", "partner", 7).id}`;
const customer = `user_id=${personOf("lived", "customer", 7).id}`;

/** Get All Bookings: each filter alone, what staff combine, and pages far behind. */
export const FILTERS: Readonly<Record<string, string>> = {
  none: "",
  deep: "page=2500",
  largest_pages: "limit=100&page=200",
  pending: "status=pending",
  pending_deep: "status=pending&page=1500",
  assigned: "status=partner_assigned",
  confirmed: "status=confirmed",
  in_progress: "status=in_progress",
  completed: "status=completed",
  cancelled: "status=cancelled",
  refunded: "status=refunded",
  from: `date_from=${ago(15)}`,
  to: `date_to=${ago(15)}`,
  month,
  month_deep: `${month}&page=2500`,
  week,
  partner,
  customer,
  week_pending: `${week}&status=pending`,
  month_pending: `${month}&status=pending`,
  month_confirmed: `${month}&status=confirmed`,
  week_partner: `${week}&${partner}`,
  partner_completed: `${partner}&status=completed`,
  customer_completed: `${customer}&status=completed`,
  all_filters: `${month}&${partner}&${customer}&status=completed`,
};

export function filterName(filter: string): string {
  return `http.admin_bookings.${filter}.p99_ms`;
}

/** GET /admin/bookings at 4 clients, one filter after the other. */
export async function filtering({ url }: RunningService, setting: Setting): Promise<Result[]> {
  const staff = await staffOf(url, SEARCHERS);
  const results: Result[] = [];
  for (const [name, query] of Object.entries(FILTERS)) {
    setting.say(`searching bookings: ${query}`);
    const times = await loadOf(staff, `/admin/bookings?${query}`, setting);
    results.push(atMost(filterName(name), percentile(times, 99), "ms", 50));
  }
  for (const { connection } of staff) connection.close();
  return results;
}
