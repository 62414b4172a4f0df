import { readFileSync } from "node:fs";
import { aggregates } from "../../../src/modules/aggregates.js";
import { upcast } from "../../../src/platform/eventlog/upcast.js";
import { SYSTEM, type Recorded } from "../../../src/kernel/event.js";
import type { Posting } from "../../../projections/journal/posting.js";
import { postingRules } from "../../../projections/journal/posting-rules/table.js";

const folder = new URL("../../../../test/samples/", import.meta.url);

/** The stored first sample of an event as it reads today, with some fields set otherwise. */
export function sample(type: string, changes: object = {}): object {
  const text = readFileSync(new URL(`${type}.v1.json`, folder), "utf8");
  const description = aggregates.flatMap(({ events }) => events[type] ?? [])[0];
  if (description === undefined) throw new Error(`no aggregate knows ${type}`);
  const data = upcast(type, JSON.parse(text) as Record<string, unknown>, 1, description);
  return { ...data, ...changes };
}

/** An event of this type as the log would hold it. */
export function recordedEvent(type: string, data: object): Recorded {
  return {
    id: "00000000-0000-4000-8000-000000000001",
    stream: "some-stream",
    revision: 0,
    position: 1,
    type,
    data,
    metadata: {
      marketplace: "minuteserv",
      actor: SYSTEM,
      commandId: "command",
      correlationId: "correlation",
      causationId: "causation",
      occurredAt: "2024-01-20T06:12:00.000Z",
      schemaVersion: 1,
    },
    recordedAt: "2024-01-20T06:12:00.100Z",
  };
}

/** What the rule for an event makes of it; undefined if it posts nothing. */
export function posted(type: string, data: object): Posting | undefined {
  const rules = postingRules as Readonly<
    Record<string, ((event: Recorded) => Posting | undefined) | undefined>
  >;
  const rule = rules[type];
  if (rule === undefined) throw new Error(`there is no posting rule for ${type}`);
  return rule(recordedEvent(type, data));
}

/** The entry as a clerk writes it: debits positive, credits negative, in minor units. */
export function ledgerLines(posting: Posting | undefined): [string, number][] {
  return (posting?.lines ?? []).map(({ account, debit, credit }) => [account, debit - credit]);
}
