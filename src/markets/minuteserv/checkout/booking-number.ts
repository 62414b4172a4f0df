import type { App } from "../../../kernel/app.js";
import { MARKETPLACE } from "../policy.js";
import { localDate } from "../visit.js";

/** `BK-20240120-123456`: the day of booking and that day's running number (checkout.15). */
export async function bookingNumber(app: App): Promise<string> {
  const day = localDate(app.clock.now()).replaceAll("-", "");
  const number = await app.numbers.next(`${MARKETPLACE}-booking-${day}`, app.envelope);
  return `BK-${day}-${String(number).padStart(6, "0")}`;
}
