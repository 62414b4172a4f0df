import type { EventCatalogue } from "../../kernel/event-catalogue.js";
import { ERASED, personal, PLAIN } from "../../kernel/event-catalogue.js";

interface About {
  readonly documentId: string;
  /** Whose it is. */
  readonly accountId: string;
}

export interface DocumentUploaded extends About {
  /** The integer that the market's contract prints as its id. */
  readonly number: number;
  readonly documentType: string;
  readonly title: string;
  readonly description: string | null;
  /** The paper's id in the files (kernel/files.ts) and what its bytes are. */
  readonly paper: { readonly fileId: string; readonly type: string };
}

/** Somebody of the staff found it genuine. */
export interface DocumentVerified extends About {
  readonly reviewerId: string;
}

export type DocumentEvent =
  | { readonly type: "DocumentUploaded"; readonly data: DocumentUploaded }
  | { readonly type: "DocumentVerified"; readonly data: DocumentVerified };

export const documentEvents: EventCatalogue<DocumentEvent> = {
  DocumentUploaded: personal("accountId", { title: ERASED, description: null }),
  DocumentVerified: PLAIN,
};
