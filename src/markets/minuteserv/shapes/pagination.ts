import { z } from "zod";

export interface Page {
  readonly page: number;
  readonly limit: number;
}

export const paginationSchema = z.object({
  page: z.int(),
  limit: z.int(),
  total: z.int(),
  total_pages: z.int(),
});

/** Beside a list that the document prints without pages. */
export const extraPaginationSchema = paginationSchema.describe("An extension, as `page`");

/** A page beyond the last is an empty list, not an error. */
export function pagination({ page, limit }: Page, total: number) {
  return { page, limit, total, total_pages: Math.ceil(total / limit) };
}

export function slice({ page, limit }: Page) {
  return { limit, offset: (page - 1) * limit };
}
