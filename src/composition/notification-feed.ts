import type { NotificationFeed } from "../markets/minuteserv/sockets/follow-notifications.js";
import type { WatchedProgress } from "../platform/projecting/progress.js";
import { newsOf } from "../platform/push/news.js";
import type { Logger } from "../platform/telemetry/log.js";
import type { ReadModel } from "../kernel/read-model.js";
import { notificationsBetween, type Addressee } from "../../projections/notifications/queries.js";
import type { NotificationRow } from "../../projections/notifications/tables.js";

/** New notifications of the read model, to those who are connected to this process. */
export function notificationFeed(
  reads: ReadModel,
  { progress }: WatchedProgress,
  log: Logger,
): NotificationFeed & { close(): void } {
  const listening = new Set<Addressee>();
  const news = newsOf({
    progress,
    look: (above, upTo) => notificationsBetween(reads, above, upTo, [...listening]),
    onError: (error) => log.warn({ err: error }, "notifications could not be looked at"),
  });
  return {
    follow(addressee, tell) {
      // A listener's own object tells two connections of one person apart.
      const listener = { ...addressee };
      listening.add(listener);
      const stop = news.follow((row) => {
        if (isFor(row, listener)) tell(row);
      });
      return () => {
        stop();
        listening.delete(listener);
      };
    },
    close: () => news.close(),
  };
}

function isFor(row: NotificationRow, addressee: Addressee): boolean {
  if ("userId" in addressee) return row.user_id === addressee.userId;
  return "partnerId" in addressee && row.partner_id === addressee.partnerId;
}
