import { randomUUID } from "node:crypto";
import type { ProposedEvent } from "../wire/encode-event.js";

/** The event that carries a stream's metadata; `json` is the whole new metadata. */
export function metadataEvent(json: string): ProposedEvent {
  return {
    id: randomUUID(),
    type: "$metadata",
    contentType: "application/json",
    metadata: Buffer.alloc(0),
    data: Buffer.from(json),
  };
}
