import { createHash } from "node:crypto";

/** So many texts get a name; a text built anew every time must not fill the server's memory. */
const MOST = 2_000;

/**
 * Names under which statements are prepared: the same text has the same name on all connections.
 *
 * A swap of tables can change a statement's columns, which its old plan must not; `renew` then
 * gives the text another name, and so another plan, everywhere.
 */
export class StatementNames {
  readonly #names = new Map<string, string>();
  #renewals = 0;

  of(text: string): string | undefined {
    const known = this.#names.get(text);
    if (known !== undefined) return known;
    if (this.#names.size >= MOST) return undefined;
    return this.#remember(text, "");
  }

  renew(text: string): void {
    this.#renewals += 1;
    this.#remember(text, `.${this.#renewals}`);
  }

  #remember(text: string, suffix: string): string {
    const name = `${createHash("sha1").update(text).digest("base64url")}${suffix}`;
    this.#names.set(text, name);
    return name;
  }
}
