import type { Market } from "../kernel/market.js";
import { ev, evWith } from "../markets/ev/market.js";
import { minuteserv } from "../markets/minuteserv/market.js";
import {
  notificationSockets,
  type NotificationFeed,
} from "../markets/minuteserv/sockets/follow-notifications.js";
import type { Network } from "../modules/network/network.js";

/** The markets that this service runs. */
export const MARKETS: readonly Market[] = [minuteserv, ev];

/** The markets with what only a running service has: news for their sockets, the network. */
export function marketsWith(news: NotificationFeed, network: Network): readonly Market[] {
  return [{ ...minuteserv, sockets: notificationSockets(news) }, evWith(network)];
}
