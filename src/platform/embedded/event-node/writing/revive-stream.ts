import { metastreamOf, rawMetadata } from "../reading/stream-metadata.js";
import { metadataEvent } from "./metadata-event.js";
import type { Staging } from "./staging.js";

/**
 * A deleted stream that is written to comes back with its old events hidden: the other metadata
 * stays and `$tb` moves to the first new revision (EventStoreDB, SoftUndeleteStream).
 */
export function reviveStream(staging: Staging, stream: string, from: number, now: number): void {
  const metadata = { ...rawMetadata(staging, stream), $tb: from };
  const metastream = metastreamOf(stream);
  const revision = staging.head(metastream) + 1;
  staging.add(metastream, revision, metadataEvent(JSON.stringify(metadata)), now);
}
