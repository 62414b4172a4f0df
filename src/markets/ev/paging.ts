import { z } from "zod";
import { ok, type Input, type Reply } from "../../kernel/route.js";
import { reject, type Rejection } from "../../kernel/rejection.js";
import { PAGE_SIZE } from "./policy.js";

const NO_SUCH_PAGE = reject("not_found", "invalid_page", "Invalid page.");

/** A page that no number is; it is refused once the list is at hand, as one beyond the last is. */
const NO_PAGE = 0;

/** A form that names no page sends an empty one. */
function firstIfEmpty(page: unknown): unknown {
  return page === "" ? 1 : page;
}

/** Pagination: the query of every list; a senseless `page_size` is the default one. */
export const pagingQuery = {
  page: z
    .preprocess(firstIfEmpty, z.coerce.number().int().min(1).max(1_000_000))
    .catch(NO_PAGE)
    .default(1),
  page_size: z.coerce
    .number()
    .int()
    .min(1)
    .meta({ maximum: PAGE_SIZE.most })
    .catch(PAGE_SIZE.default)
    .default(PAGE_SIZE.default)
    .transform((size) => Math.min(size, PAGE_SIZE.most)),
};

export interface PageAsked {
  readonly page: number;
  readonly page_size: number;
}

/** Which rows the page has. */
export function slice({ page, page_size }: PageAsked) {
  return { limit: page_size, offset: Math.max(0, page - 1) * page_size };
}

export function pageOf(item: z.ZodType) {
  return z.object({
    count: z.int(),
    next: z.url().nullable(),
    previous: z.url().nullable(),
    results: z.array(item),
  });
}

/**
 * The page as the document prints it, its links absolute and with the caller's other parameters;
 * 404 for a page beyond the last, of which an empty list has one.
 */
export function paged<R>(
  { query, url }: Pick<Input<unknown, PageAsked, unknown>, "query" | "url">,
  found: { readonly rows: readonly R[]; readonly total: number },
  present: (row: R) => object,
): Reply | Rejection {
  const { page, page_size } = query;
  const last = Math.max(1, Math.ceil(found.total / page_size));
  if (page === NO_PAGE || page > last) return NO_SUCH_PAGE;
  return ok({
    count: found.total,
    next: page < last ? linkTo(url, page + 1) : null,
    previous: page > 1 ? linkTo(url, page - 1) : null,
    results: found.rows.map(present),
  });
}

/** The first page is the one without a number. */
function linkTo(url: string, page: number): string {
  const [address, query = ""] = url.split("?", 2);
  const parameters = new URLSearchParams(query);
  if (page === 1) parameters.delete("page");
  else parameters.set("page", String(page));
  const text = parameters.toString();
  return text === "" ? String(address) : `${address}?${text}`;
}
