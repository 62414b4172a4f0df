import { defineAggregate } from "../../kernel/decider.js";
import { reject, type Rejection } from "../../kernel/rejection.js";
import { documentEvents, type DocumentEvent, type DocumentUploaded } from "./events.js";

export interface UploadDocument extends DocumentUploaded {
  readonly type: "UploadDocument";
}

export interface VerifyDocument {
  readonly type: "VerifyDocument";
  readonly reviewerId: string;
}

export type DocumentCommand = UploadDocument | VerifyDocument;

export interface Document {
  readonly documentId: string;
  readonly accountId: string;
  readonly verified: boolean;
}

/** Null until it is uploaded. */
export type DocumentState = Document | null;

type Outcome = readonly DocumentEvent[] | Rejection;

function decide(command: DocumentCommand, state: DocumentState): Outcome {
  if (command.type === "UploadDocument") return upload(command, state);
  if (state === null) return reject("not_found", "document_unknown", "There is no such document.");
  const { documentId, accountId, verified } = state;
  if (verified) return [];
  const { reviewerId } = command;
  return [{ type: "DocumentVerified", data: { documentId, accountId, reviewerId } }];
}

function upload(command: UploadDocument, state: DocumentState): Outcome {
  if (state !== null) {
    return reject("conflict", "document_exists", "This document is already uploaded.");
  }
  const { type: _type, ...data } = command;
  return [{ type: "DocumentUploaded", data }];
}

function evolve(state: DocumentState, event: DocumentEvent): DocumentState {
  if (event.type === "DocumentUploaded") {
    const { documentId, accountId } = event.data;
    return { documentId, accountId, verified: false };
  }
  if (state === null) throw new Error("DocumentVerified stands before DocumentUploaded");
  return { ...state, verified: true };
}

/** A paper of the law or of the tax office that somebody hands in, and staff may verify. */
export const documents = defineAggregate<DocumentCommand, DocumentState, DocumentEvent>({
  category: "document",
  events: documentEvents,
  initial: null,
  decide,
  evolve,
});
