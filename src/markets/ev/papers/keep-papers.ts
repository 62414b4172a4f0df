import type { App } from "../../../kernel/app.js";
import { callerId } from "../../../kernel/caller.js";
import { isRejection, type Rejection } from "../../../kernel/rejection.js";
import type { Upload } from "../../../kernel/upload.js";
import type { Paper } from "./media.js";

/** A paper for each upload; one that did not come has none. */
type PapersOf<U> = { readonly [K in keyof U]: Paper };

/**
 * Keeps what the caller uploaded, then does what names the papers. They are kept first, since an
 * event must not name what is not there; a refusal takes them back. An error does not: the event
 * may stand all the same.
 *
 * @param uploads by field; each gets an id that a repeat of the request derives again
 */
export async function withPapers<U extends Readonly<Record<string, Upload>>, T extends object>(
  app: App,
  uploads: U,
  act: (papers: PapersOf<U>) => Promise<T | Rejection>,
): Promise<T | Rejection> {
  const papers = Object.entries(uploads).map(([field, { type }]) => {
    return [field, { fileId: app.id(`paper:${field}`), type }] as const;
  });
  const owner = callerId(app);
  for (const [field, { fileId }] of papers) {
    const upload = uploads[field];
    if (upload !== undefined) await app.files.keep(fileId, owner, upload);
  }
  const done = await act(Object.fromEntries(papers) as PapersOf<U>);
  if (isRejection(done)) await app.files.discard(papers.map(([, { fileId }]) => fileId));
  return done;
}
