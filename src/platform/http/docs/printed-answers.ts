import { operationName, type DocumentedAnswer } from "../../../kernel/documented.js";
import type { Market } from "../../../kernel/market.js";
import type { Route } from "../../../kernel/route.js";

type Json = Readonly<Record<string, unknown>>;

/** What the market's document prints as answers of a route, in its order. */
export function answersTo(route: Route, { documented }: Market): readonly DocumentedAnswer[] {
  return documented?.[operationName(route)] ?? [];
}

/** Those of a status as OpenAPI's `examples`: named, what sets one apart as its summary. */
export function examplesOf(answers: readonly DocumentedAnswer[], status: number): Json {
  const examples = answers
    .filter((answer) => answer.status === status)
    .map(({ body, when, note }, index) => [
      nameOf(when, index),
      {
        ...(when === undefined ? {} : { summary: when }),
        ...(note === undefined ? {} : { description: note }),
        value: body,
      },
    ]);
  return examples.length === 0 ? {} : { examples: Object.fromEntries(examples) as Json };
}

/** `Cash Payment` → `cash-payment` */
function nameOf(when: string | undefined, index: number): string {
  if (when === undefined) return index === 0 ? "documented" : `documented-${index + 1}`;
  return when.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");
}
