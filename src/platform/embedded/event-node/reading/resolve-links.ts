import type { EventStorage } from "../storage/event-storage.js";
import { parseStored, resolvedLink } from "../wire/stored-event.js";
import { eventAt, visibleEvents } from "./visible-events.js";

const LINK = "$>";

/**
 * Turns a link (`$>`, data `<revision>@<stream>`) into the message that carries its target beside
 * it; any other event is handed back as it is.
 */
export function resolveLink(storage: EventStorage, bytes: Buffer): Buffer {
  const link = parseStored(bytes);
  if (link.type !== LINK) return bytes;
  const [revision, ...rest] = link.data.toString("utf8").split("@");
  const target = findTarget(storage, rest.join("@"), Number(revision));
  return resolvedLink(link, target);
}

function findTarget(storage: EventStorage, stream: string, revision: number): Buffer | undefined {
  const visible = visibleEvents(storage, stream);
  if (typeof visible === "string") return undefined;
  const seen = revision >= visible.first && revision <= visible.last;
  return seen ? eventAt(storage, stream, revision, visible.since) : undefined;
}
