import type { EventCatalogue } from "../../kernel/event-catalogue.js";
import { PLAIN } from "../../kernel/event-catalogue.js";

/** A person's key was destroyed: what was sealed with it can be read by nobody any more. */
export interface SubjectErased {
  readonly subject: string;
}

export interface SubjectEvent {
  readonly type: "SubjectErased";
  readonly data: SubjectErased;
}

export const subjectEvents: EventCatalogue<SubjectEvent> = { SubjectErased: PLAIN };
