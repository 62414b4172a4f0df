import { defineAggregate } from "../../kernel/decider.js";
import { subjectEvents, type SubjectEvent } from "./events.js";

/** Written down once the key is gone; a repeat changes nothing. */
export interface RecordErasure {
  readonly type: "RecordErasure";
  readonly subject: string;
}

export interface SubjectState {
  readonly erased: boolean;
}

/** One stream an erased person, `subject-<id>`: the proof that, and when, it was done. */
export const subjects = defineAggregate<RecordErasure, SubjectState, SubjectEvent>({
  category: "subject",
  events: subjectEvents,
  initial: { erased: false },
  decide: ({ subject }, { erased }) =>
    erased ? [] : [{ type: "SubjectErased", data: { subject } }],
  evolve: () => ({ erased: true }),
});
