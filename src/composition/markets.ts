import type { Market } from "../kernel/market.js";
import { ev } from "../markets/ev/market.js";
import { minuteserv } from "../markets/minuteserv/market.js";
import {
  notificationSockets,
  type NotificationFeed,
} from "../markets/minuteserv/sockets/follow-notifications.js";

/** The markets that this service runs. */
export const MARKETS: readonly Market[] = [minuteserv, ev];

/** The markets with their sockets, which tell what is new in the read models. */
export function marketsWith(news: NotificationFeed): readonly Market[] {
  return [{ ...minuteserv, sockets: notificationSockets(news) }, ev];
}
