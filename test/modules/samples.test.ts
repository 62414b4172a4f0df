import { readdirSync, readFileSync } from "node:fs";
import test from "ava";
import { fold, type Aggregate } from "../../src/kernel/decider.js";
import type { DomainEvent } from "../../src/kernel/event.js";
import type { EventTypeDescription } from "../../src/kernel/event-catalogue.js";
import { aggregates } from "../../src/modules/aggregates.js";

const folder = new URL("../../../test/samples/", import.meta.url);

type Data = Readonly<Record<string, unknown>>;

function sampleName(type: string, version: number): string {
  return `${type}.v${version}.json`;
}

/** A stored sample, lifted from the version it was written in to today's. */
function lifted(type: string, version: number, description: EventTypeDescription): DomainEvent {
  const text = readFileSync(new URL(sampleName(type, version), folder), "utf8");
  let data = JSON.parse(text) as Data;
  for (let from = version; from < description.version; from += 1) {
    const upcast = description.upcasters?.[from];
    if (upcast === undefined) throw new Error(`${type} has no upcaster of version ${from}`);
    data = upcast(data);
  }
  return { type, data };
}

/** Every stored version of every event, in the order of the catalogue: a history of its own. */
function samplesOf({ events }: Aggregate<unknown, unknown, DomainEvent>): readonly DomainEvent[] {
  return Object.entries(events).flatMap(([type, description]) =>
    Array.from({ length: description.version }, (_, older) => lifted(type, older + 1, description)),
  );
}

for (const aggregate of aggregates) {
  test(`every event of ${aggregate.category} has a sample of each version, and folds`, (t) => {
    const samples = samplesOf(aggregate);
    t.true(samples.length > 0);
    t.notThrows(() => fold(aggregate, samples));
  });

  test(`the personal data of ${aggregate.category} stands where its catalogue says`, (t) => {
    for (const { type, data } of samplesOf(aggregate)) {
      const personal = aggregate.events[type]?.personal;
      if (personal === undefined) continue;
      t.is(typeof (data as Data)[personal.subject], "string", `${type}: ${personal.subject}`);
      for (const [field, standIn] of Object.entries(personal.fields)) {
        t.true(field in data, `${type}: ${field}`);
        if (standIn !== null) t.is(typeof (data as Data)[field], typeof standIn);
      }
    }
    t.pass();
  });
}

test("every event type belongs to one aggregate, and every sample to an event type", (t) => {
  const known = aggregates.flatMap(({ events }) =>
    Object.entries(events).flatMap(([type, { version }]) =>
      Array.from({ length: version }, (_, older) => sampleName(type, older + 1)),
    ),
  );
  t.is(new Set(known).size, known.length);
  t.deepEqual(readdirSync(folder).toSorted(), known.toSorted());
});
