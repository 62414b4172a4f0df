import { randomUUID } from "node:crypto";
import type { ExecutionContext } from "ava";
import {
  operationName,
  type DocumentedAnswer,
  type DocumentedAnswers,
} from "../../src/kernel/documented.js";
import type { Market } from "../../src/kernel/market.js";
import type { Route } from "../../src/kernel/route.js";
import type { Answer } from "./answer.js";
import type { HttpClient } from "./http-client.js";
import { differences, type Leeway } from "./printed.js";

/** A documented request made real: who calls, and what stands in for what is printed. */
export interface Call extends Leeway {
  readonly client: HttpClient;
  /** For the path's parameters, in their order. */
  readonly ids?: readonly string[];
  readonly query?: Readonly<Record<string, string>>;
  /** Live values for members of the printed request; what it has not, cannot be sent. */
  readonly live?: Readonly<Record<string, unknown>>;
  /** Which of several printed answers this is; without either, the first. */
  readonly when?: string;
  readonly status?: number;
  /** For the file fields of the printed request, which is then sent as a form. */
  readonly files?: Readonly<Record<string, Buffer>>;
  /** Headers over the body's text, as a signature. */
  readonly sign?: (body: string) => Readonly<Record<string, string>>;
}

/** A market's document, which its service is held to call by call. */
export class Manual {
  readonly #market: Market;
  readonly #always: Leeway;
  readonly #held = new Set<DocumentedAnswer>();

  /** @param always what is free in every answer, and how the document writes its own forms */
  constructor(market: Market, always: Leeway) {
    this.#market = market;
    this.#always = always;
  }

  /**
   * Makes the documented request of an operation and holds the answer to the printed one; a
   * refusal has nothing beside what is printed.
   */
  async hold(t: ExecutionContext, operation: string, call: Call): Promise<Answer> {
    const route = this.#market.routes.find((one) => operationName(one) === operation);
    const printed = this.#printed(operation, call);
    if (route === undefined || printed === undefined) throw new Error(`${operation} is not there`);
    const answer = await this.#send(route, call);
    t.is(answer.status, printed.status, `${operation}: ${answer.raw}`);
    const free = [...(this.#always.free ?? []), ...(call.free ?? [])];
    const found = differences(printed.body, answer.body, { ...this.#always, ...call, free });
    t.deepEqual(found, [], `${operation}: ${answer.raw}`);
    if (printed.status >= 400) {
      t.deepEqual(membersOf(answer.body), membersOf(printed.body), `${operation}: ${answer.raw}`);
    }
    const told = route.replies[answer.status]?.schema ?? this.#market.dialect.errorSchema;
    const read = told.safeParse(answer.body);
    t.true(read.success, `${operation} is not what OpenAPI tells: ${read.error?.message}`);
    this.#held.add(printed);
    return answer;
  }

  /** The printed answers of these sections that no call was held to. */
  unheld(...sections: readonly DocumentedAnswers[]): readonly string[] {
    const left: string[] = [];
    for (const [operation, answers] of sections.flatMap((section) => Object.entries(section))) {
      for (const answer of answers) {
        const { status, when = "" } = answer;
        if (!this.#held.has(answer)) left.push(`${operation} ${status} ${when}`);
      }
    }
    return left;
  }

  #printed(operation: string, { when, status }: Call): DocumentedAnswer | undefined {
    return this.#market.documented?.[operation]?.find(
      (answer) => answer.when === when && (status === undefined || answer.status === status),
    );
  }

  #send(route: Route, call: Call): Promise<Answer> {
    const ids = [...(call.ids ?? [])];
    const path = route.path.replaceAll(/:\w+/g, () => ids.shift() ?? randomUUID());
    const query = call.query === undefined ? "" : `?${new URLSearchParams(call.query).toString()}`;
    const body = call.files ? formFor(route, call) : requestOf(route, call.live ?? {});
    const headers = {
      ...(route.idempotency === undefined
        ? {}
        : { [this.#market.idempotencyHeader]: randomUUID() }),
      ...(typeof body === "string" ? call.sign?.(body) : {}),
    };
    return call.client.send(route.method, `${path}${query}`, body, headers);
  }
}

function membersOf(body: unknown): readonly string[] {
  return Object.keys(body as object).toSorted();
}

/** The printed request with live values in their places, as the text that is sent. */
function requestOf({ example }: Route, live: Readonly<Record<string, unknown>>) {
  const surplus = Object.keys(live).filter((name) => !(name in (example ?? {})));
  if (surplus.length > 0) throw new Error(`the document prints no ${surplus.join(", ")}`);
  return example === undefined ? undefined : JSON.stringify({ ...example, ...live });
}

/** The same as a form, with files where the document writes `<file>`. */
function formFor({ example = {} }: Route, { live = {}, files = {} }: Call): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...example, ...live })) {
    const bytes = files[name];
    if (bytes === undefined) form.set(name, String(value));
    else form.set(name, new File([new Uint8Array(bytes)], "paper"));
  }
  return form;
}
