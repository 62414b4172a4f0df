import { realm } from "../../../kernel/route.js";
import type { SocketRoute } from "../../../kernel/socket.js";
import type { Addressee } from "../../../../projections/notifications/queries.js";
import type { NotificationRow } from "../../../../projections/notifications/tables.js";
import { presentNotification } from "../shapes/notification.js";

/** News of one addressee, from now on; main joins it to the read model. */
export interface NotificationFeed {
  /** Tells every new notification until the returned function is called. */
  follow(addressee: Addressee, tell: (row: NotificationRow) => void): () => void;
}

/** Notifications as they come up, to customers and to partners who are connected. */
export function notificationSockets(feed: NotificationFeed): readonly SocketRoute[] {
  return [
    socketOf("customer", "/ws/notifications", (userId) => ({ userId }), feed),
    socketOf("partner", "/partner/ws/notifications", (partnerId) => ({ partnerId }), feed),
  ];
}

function socketOf(
  who: "customer" | "partner",
  path: string,
  addressee: (id: string) => Addressee,
  feed: NotificationFeed,
): SocketRoute {
  return {
    path,
    summary: `The ${who}'s notifications as they come up`,
    may: realm(who),
    open({ principal }, socket) {
      const stop = feed.follow(addressee(principal?.id ?? ""), (row) =>
        socket.send({ type: "notification", data: presentNotification({ ...row, read_at: null }) }),
      );
      return Promise.resolve({ closed: stop });
    },
  };
}
