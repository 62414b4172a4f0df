/** How a document writes something that every answer has its own of. */
export interface Token {
  readonly name: string;
  /** As the document writes one. */
  readonly printed: RegExp;
  /** As an answer may. */
  readonly answered: RegExp;
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/;
const INSTANT = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/;

/** What all documents write alike. */
const TOKENS: readonly Token[] = [
  { name: "uuid", printed: /^uuid\d*$/, answered: UUID },
  { name: "a time in UTC", printed: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/, answered: INSTANT },
  { name: "a date", printed: /\b\d{4}-\d\d-\d\d\b/, answered: /\d{4}-[01]\d-[0-3]\d/ },
  { name: "any text", printed: /\.\.\.$/, answered: /.+/s },
];

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);

/**
 * What an answer may say where the document prints a text: the same, but for the tokens in it,
 * each of which has its own form.
 *
 * @param tokens those of the market, which go before the general ones
 */
export function patternOf(printed: string, tokens: readonly Token[]): RegExp {
  return new RegExp(`^${sourceOf(printed, [...tokens, ...TOKENS])}$`, "s");
}

/** Is the whole text one that every answer has its own of? */
export function isToken(printed: string, tokens: readonly Token[]): boolean {
  return [...tokens, ...TOKENS].some((token) => token.printed.exec(printed)?.[0] === printed);
}

function sourceOf(printed: string, tokens: readonly Token[]): string {
  for (const token of tokens) {
    const found = token.printed.exec(printed);
    if (found === null) continue;
    const before = printed.slice(0, found.index);
    const after = printed.slice(found.index + found[0].length);
    return `${sourceOf(before, tokens)}(?:${token.answered.source})${sourceOf(after, tokens)}`;
  }
  return escaped(printed);
}
