import { z } from "zod";

const text = new TextDecoder("utf-8", { fatal: true });

/** The place of a list's last row as one opaque word. */
export function cursorOf(place: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(place)).toString("base64url");
}

/** The query parameter that goes on from such a place; the schema says what a place is. */
export function cursor<T extends z.ZodType>(place: T) {
  return z
    .string()
    .max(1_000)
    .transform((word, context) => {
      const parsed = place.safeParse(decoded(word));
      if (parsed.success) return parsed.data;
      context.addIssue({ code: "custom", message: "is not a cursor of this list" });
      return z.NEVER;
    })
    .optional();
}

function decoded(word: string): unknown {
  try {
    return JSON.parse(text.decode(Buffer.from(word, "base64url")));
  } catch {
    return undefined;
  }
}

/** How many rows a page has. */
export function limit(most: number, usual: number) {
  return z.coerce.number().int().min(1).max(most).default(usual);
}

/** For the docs: absent on the last page. */
export const nextCursor = z.string().nullable();

/**
 * The rows of a page and the cursor of the next one.
 *
 * @param rows one more than the limit was asked for, if there are as many
 */
export function paged<R>(
  rows: readonly R[],
  most: number,
  placeOf: (row: R) => readonly (string | number)[],
): { readonly page: readonly R[]; readonly next: string | null } {
  const page = rows.slice(0, most);
  const last = page.at(-1);
  const next = rows.length > most && last !== undefined ? cursorOf(placeOf(last)) : null;
  return { page, next };
}
