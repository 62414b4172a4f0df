import type { NotificationFeed } from "../markets/minuteserv/sockets/follow-notifications.js";
import { pause } from "../platform/eventlog/waiting.js";
import type { WatchedProgress } from "../platform/projecting/progress.js";
import type { Logger } from "../platform/telemetry/log.js";
import type { ReadModel } from "../kernel/read-model.js";
import { notificationsBetween, type Addressee } from "../../projections/notifications/queries.js";
import type { NotificationRow } from "../../projections/notifications/tables.js";

/** Milliseconds after which a wait for news is begun anew. */
const PATIENCE = 5_000;

/** Milliseconds between two looks at the read model, however busy the log is. */
const PAUSE = 50;

interface Listener {
  readonly addressee: Addressee;
  tell(row: NotificationRow): void;
}

/**
 * One query tells all who are connected to this process, whenever the read models have got on;
 * none is made while nobody is connected.
 */
export function notificationFeed(
  reads: ReadModel,
  projected: WatchedProgress,
  log: Logger,
): NotificationFeed & { close(): void } {
  const listeners = new Set<Listener>();
  const closing = new AbortController();
  let running = false;

  async function run(): Promise<void> {
    let seen = projected.progress.position;
    while (listeners.size > 0 && !closing.signal.aborted) {
      try {
        await projected.reached(seen + 1, PATIENCE);
        seen = await tellNews(reads, seen, projected.progress.position, listeners);
      } catch (error) {
        log.warn({ err: error }, "notifications could not be looked at");
      }
      await pause(PAUSE, closing.signal);
    }
    running = false;
  }

  return {
    follow(addressee, tell) {
      const listener = { addressee, tell };
      listeners.add(listener);
      if (!running) {
        running = true;
        void run();
      }
      return () => listeners.delete(listener);
    },
    close: () => closing.abort(),
  };
}

/** The position up to which everything is told. */
async function tellNews(
  reads: ReadModel,
  from: number,
  to: number,
  listeners: ReadonlySet<Listener>,
): Promise<number> {
  if (to <= from) return from;
  const told = [...listeners].map(({ addressee }) => addressee);
  for (const row of await notificationsBetween(reads, from, to, told)) {
    for (const listener of listeners) if (isFor(row, listener.addressee)) listener.tell(row);
  }
  return to;
}

function isFor(row: NotificationRow, addressee: Addressee): boolean {
  if ("userId" in addressee) return row.user_id === addressee.userId;
  return "partnerId" in addressee && row.partner_id === addressee.partnerId;
}
