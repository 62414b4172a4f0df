import { isToken, patternOf, type Token } from "./printed-text.js";

/** What of a printed body an answer need not repeat to the letter. Paths as `data.users.*.name`. */
export interface Leeway {
  /** Values that the scenario does not fix, and all below: held to their kind and form alone. */
  readonly free?: readonly string[];
  /** Values that are free to be any of a few words. */
  readonly words?: Readonly<Record<string, readonly string[]>>;
  /** Values that may be null, and are held if they are not. */
  readonly nullable?: readonly string[];
  readonly tokens?: readonly Token[];
}

type Keyed = Readonly<Record<string, unknown>>;

/**
 * Where an answer is not what the document prints, as `data.user.name: missing`.
 *
 * Every printed key stands in the answer, with a value of the printed kind; a text with a form
 * (an id, a time) has that form, anything else is the same unless the leeway frees it. An answer
 * may have further keys. Of a list, every item is held to the printed one in its place, those
 * beyond the last printed to the kinds and forms of that last. An empty object or list is what
 * the document elides: anything of that kind. A printed null says nothing.
 */
export function differences(printed: unknown, answered: unknown, leeway: Leeway = {}): string[] {
  return new Comparison(leeway).of(printed, answered, "", false);
}

/** `data.*.id` is the path of `data.0.id`. */
function isAt(path: string, place: string, reach: "exactly" | "or below" = "exactly"): boolean {
  const steps = place.split(".");
  const wanted = path.split(".");
  if (reach === "exactly" ? wanted.length !== steps.length : wanted.length > steps.length) {
    return false;
  }
  return wanted.every((step, index) => step === "*" || step === steps[index]);
}

function kindOf(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "list" : typeof value;
}

const below = (place: string, step: string | number) =>
  place === "" ? `${step}` : `${place}.${step}`;

class Comparison {
  readonly #leeway: Leeway;

  constructor(leeway: Leeway) {
    this.#leeway = leeway;
  }

  of(printed: unknown, answered: unknown, place: string, loose: boolean): string[] {
    if (printed === null) return [];
    if (answered === undefined) return [`${place}: missing`];
    if (answered === null && this.#nullable(place)) return [];
    if (kindOf(printed) !== kindOf(answered)) {
      return [`${place}: printed ${kindOf(printed)}, answered ${JSON.stringify(answered)}`];
    }
    if (Array.isArray(printed)) return this.#list(printed, answered as unknown[], place, loose);
    if (typeof printed === "object") {
      return this.#object(printed as Keyed, answered as Keyed, place, loose);
    }
    return this.#value(printed, answered, place, loose);
  }

  #object(printed: Keyed, answered: Keyed, place: string, loose: boolean): string[] {
    return Object.entries(printed).flatMap(([key, value]) =>
      this.of(value, answered[key], below(place, key), loose),
    );
  }

  #list(printed: unknown[], answered: unknown[], place: string, loose: boolean): string[] {
    if (printed.length === 0) return [];
    const free = loose || this.#free(place);
    const wanted = free ? 1 : printed.length;
    if (answered.length < wanted) {
      return [`${place}: ${printed.length} items printed, ${answered.length} answered`];
    }
    return answered.flatMap((item, index) =>
      this.of(
        printed[Math.min(index, printed.length - 1)],
        item,
        below(place, index),
        loose || index >= printed.length,
      ),
    );
  }

  #value(printed: unknown, answered: unknown, place: string, loose: boolean): string[] {
    const differs = [`${place}: printed ${String(printed)}, answered ${String(answered)}`];
    const words = this.#wordsFor(place);
    if (words !== undefined) return words.includes(String(answered)) ? [] : differs;
    const tokens = this.#leeway.tokens ?? [];
    const free = loose || this.#free(place);
    if (typeof printed !== "string") return free || printed === answered ? [] : differs;
    if (free && !isToken(printed, tokens)) return [];
    return patternOf(printed, tokens).test(String(answered)) ? [] : differs;
  }

  #free(place: string): boolean {
    return (this.#leeway.free ?? []).some((path) => isAt(path, place, "or below"));
  }

  #nullable(place: string): boolean {
    return (this.#leeway.nullable ?? []).some((path) => isAt(path, place));
  }

  #wordsFor(place: string): readonly string[] | undefined {
    const words = Object.entries(this.#leeway.words ?? {});
    return words.find(([path]) => isAt(path, place))?.[1];
  }
}
