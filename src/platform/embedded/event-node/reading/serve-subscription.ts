import { randomUUID } from "node:crypto";
import type { EventLog } from "../event-log.js";
import { CAUGHT_UP, confirmation } from "../wire/read-messages.js";
import { AllCursor } from "./all-cursor.js";
import { Bell } from "./bell.js";
import type { Cursor } from "./cursor.js";
import type { ReadPlan } from "./read-plan.js";
import type { Reader } from "./reader.js";
import { StreamCursor } from "./stream-cursor.js";

/**
 * Sends a confirmation, all events after the starting point, the news that it has caught up, and
 * then every event as it is committed, until the reader goes. Past and present are read by one
 * cursor from the log itself, so there is no seam between them at which an event could be lost or
 * doubled.
 */
export async function serveSubscription(
  log: EventLog,
  plan: ReadPlan,
  reader: Reader,
): Promise<"done" | "tombstoned"> {
  const bell = new Bell();
  const silence = log.onCommit(() => bell.ring());
  reader.onClose(() => bell.ring());
  try {
    await reader.send(Buffer.from(confirmation(randomUUID())));
    const cursor: Cursor =
      plan.stream === undefined
        ? new AllCursor(log.storage, plan)
        : new StreamCursor(log.storage, plan.stream, plan);
    for (let live = false; !reader.closed;) {
      if ((await cursor.advance(reader)) === "tombstoned") return "tombstoned";
      if (!live) {
        live = true;
        await cursor.caughtUp(reader);
        await reader.send(CAUGHT_UP);
      }
      await bell.wait();
    }
    return "done";
  } finally {
    silence();
  }
}
