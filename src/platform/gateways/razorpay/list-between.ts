import type { z } from "zod";
import type { RazorpayApi } from "./api.js";
import { collectionOf } from "./entities.js";

/** Razorpay's largest page. */
const PAGE = 100;

/**
 * All entities of one kind that were made between two instants, read page by page.
 *
 * Razorpay counts both of its seconds in, so the last one is left out here; an entity that moves
 * to the next page while it is read is counted once.
 *
 * @param from milliseconds, inclusive
 * @param to milliseconds, exclusive
 */
export async function listBetween<T extends z.ZodType>(
  api: RazorpayApi,
  { path, entity }: { readonly path: string; readonly entity: T },
  from: number,
  to: number,
  idOf: (found: z.output<T>) => string,
): Promise<readonly z.output<T>[]> {
  const found = new Map<string, z.output<T>>();
  const span = { from: Math.floor(from / 1_000), to: Math.floor(to / 1_000) - 1 };
  if (span.to < span.from) return [];
  for (let skip = 0; ; skip += PAGE) {
    const { items } = await api({
      method: "GET",
      path,
      query: { ...span, count: PAGE, skip },
      reply: collectionOf(entity),
    });
    for (const one of items) found.set(idOf(one), one);
    if (items.length < PAGE) return [...found.values()];
  }
}
