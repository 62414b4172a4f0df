import test from "ava";
import { subjects } from "../../../src/modules/privacy/subject.js";
import { given } from "../scenario.js";

const erased = { type: "SubjectErased", data: { subject: "s1" } } as const;
const record = { type: "RecordErasure", subject: "s1" } as const;

test("an erasure is written down", (t) => {
  given(t, subjects).when(record).yields(erased);
});

test("a second one changes nothing", (t) => {
  given(t, subjects, erased).when(record).yields();
});
