import test from "ava";
import { differences } from "./printed.js";

const PRINTED = {
  success: true,
  data: {
    id: "uuid",
    status: "confirmed",
    total: 1771.2,
    made_at: "2024-01-20T09:00:00Z",
    day: "2024-01-20",
    text: "Booking BK-20240120-123456 of 2024-01-20",
    about: "Complete facial treatment...",
    lines: [{ name: "Facial", quantity: 1 }],
    slots: ["08:00 AM", "08:30 AM"],
    partner: { rating: 4.8 },
    elided: {},
    some: [],
    nothing: null,
  },
};

const DATA = {
  ...PRINTED.data,
  id: "0b0e7a52-7f5c-4a29-8d6e-1c2f3a4b5c6d",
  made_at: "2026-11-22T09:00:00.123Z",
  day: "2026-11-22",
  text: "Booking BK-20261122-000001 of 2026-11-22",
  about: "Complete facial treatment, at home",
  slots: ["08:00 AM", "08:30 AM", "09:00 AM"],
  elided: { any: "thing" },
  some: [1],
  nothing: "something",
  more: "than is printed",
};

const tokens = [{ name: "number", printed: /BK-\d{8}-\d{6}/, answered: /BK-\d{8}-\d{6}/ }];
const found = (change: object, leeway = {}) =>
  differences(PRINTED, { success: true, data: { ...DATA, ...change } }, { tokens, ...leeway });

test("an answer as printed is as printed, with more keys and items and forms of its own", (t) => {
  t.deepEqual(found({}), []);
  t.deepEqual(found({ lines: [...DATA.lines, { name: "Waxing", quantity: 7 }] }), []);
});

const BREACHES: readonly [string, object, RegExp][] = [
  ["a missing key", { status: undefined }, /^data\.status: missing/],
  ["a missing key in depth", { lines: [{ name: "Facial" }] }, /^data\.lines\.0\.quantity: missing/],
  ["a text for a number", { total: "1771.20" }, /^data\.total: printed number, answered "1771/],
  ["a null", { partner: null }, /^data\.partner: printed object, answered null/],
  ["an object for a list", { lines: {} }, /^data\.lines: printed list/],
  ["a list for an object", { elided: [] }, /^data\.elided: printed object/],
  ["another word", { status: "done" }, /^data\.status: printed confirmed, answered done/],
  ["another amount", { total: 1771.21 }, /^data\.total: printed 1771\.2, answered 1771\.21/],
  ["an id that is none", { id: "7" }, /^data\.id: /],
  ["a local time", { made_at: "2026-11-22T09:00:00+05:30" }, /^data\.made_at: /],
  ["a day as words", { day: "22 Nov 2026" }, /^data\.day: /],
  ["another sentence", { text: "Your booking BK-20261122-000001" }, /^data\.text: /],
  ["a cut text", { about: "Complete facial treatment" }, /^data\.about: /],
  ["an empty list", { lines: [] }, /^data\.lines: 1 items printed, 0 answered/],
  ["too few items", { slots: ["08:00 AM"] }, /^data\.slots: 2 items printed, 1 answered/],
  ["another item", { slots: ["08:00 AM", "09:00 AM"] }, /^data\.slots\.1: /],
  ["a later item unlike", { lines: [...DATA.lines, { name: "W" }] }, /^data\.lines\.1\.quantity: /],
];

for (const [what, change, report] of BREACHES) {
  test(`${what} is reported`, (t) => {
    const [first = "", ...others] = found(change);
    t.regex(first, report);
    t.deepEqual(others, []);
  });
}

test("what is free keeps its kind and its form", (t) => {
  const free = ["data.status", "data.lines.*", "data.id"];
  const change = { status: "done", lines: [{ name: "Hair", quantity: 3 }] };
  t.deepEqual(found(change, { free }), []);
  t.is(found({ status: 7 }, { free }).length, 1);
  t.is(found({ lines: [{ name: "Hair", quantity: "3" }] }, { free }).length, 1);
  t.is(found({ id: "7" }, { free }).length, 1);
});

test("words are those of the list, in every item, and null stands where it may", (t) => {
  const words = { "data.status": ["confirmed", "done"], "data.lines.*.name": ["Facial", "Hair"] };
  const change = { status: "done", lines: [...DATA.lines, { name: "Hair", quantity: 2 }] };
  t.deepEqual(found(change, { words }), []);
  t.is(found({ status: "lost" }, { words }).length, 1);
  t.is(found({ lines: [...DATA.lines, { name: "Nail", quantity: 2 }] }, { words }).length, 1);
  t.deepEqual(found({ partner: null }, { nullable: ["data.partner"] }), []);
  t.is(found({ partner: { rating: null } }, { nullable: ["data.partner"] }).length, 1);
});
