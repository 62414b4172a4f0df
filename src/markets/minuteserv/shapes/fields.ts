import { z } from "zod";
import { isOnCalendar } from "../../../kernel/calendar.js";
import { givenId } from "../../../kernel/given-id.js";
import { fromMajor } from "../../../kernel/money.js";

/** Text that people type: trimmed, never empty, never longer than its column. */
export function text(most: number) {
  return z.string().trim().min(1).max(most);
}

/** E.164 with its plus sign, at most 15 characters (users.phone_number). */
export const phone = z
  .string()
  .trim()
  .regex(/^\+[1-9]\d{6,13}$/, "must be a phone number such as +911234567890");

export const email = z
  .email()
  .max(255)
  .transform((address) => address.toLowerCase());

/** `2024-01-20`; a date that exists. */
export const date = z.iso.date({ abort: true }).refine(isOnCalendar, "Invalid ISO date");

/** RFC 3339 with any offset, kept as UTC. */
export const instant = z.iso
  .datetime({ offset: true })
  .transform((moment) => new Date(moment).toISOString())
  .refine(isOnCalendar, "Invalid ISO datetime");

export const otpCode = z.string().regex(/^\d{6}$/, "must be 6 digits");

/** Rupees as a JSON number with at most two decimals; minor units inside. */
export const rupees = z
  .number()
  .min(0)
  .max(99_999_999.99)
  .refine((amount) => Math.abs(amount * 100 - Math.round(amount * 100)) < 1e-6, {
    message: "must have at most two decimals",
  })
  .transform((amount) => fromMajor(amount));

export const positiveRupees = rupees.refine((amount) => amount > 0, "must be above zero");

/** A boolean in a query. */
export const flag = z.enum(["true", "false"]).transform((word) => word === "true");

export const idParams = z.object({ id: givenId });

/** `page` from 1; `limit` at most 100 (pagination). */
export function paging(defaultLimit: number, most = 100) {
  return {
    page: z.coerce.number().int().min(1).max(1_000_000).default(1),
    limit: z.coerce.number().int().min(1).max(most).default(defaultLimit),
  };
}

/** More than anybody reads at once. */
const LONG = 1_000;

const { page, limit } = paging(LONG, LONG);

/**
 * Pages of a list that the document prints without any, an extension: so long that who does not
 * know of them misses nothing that they would have read.
 */
export const longPaging = {
  page: page.describe("An extension: the document prints this list without pages"),
  limit: limit.describe("An extension, as `page`"),
};
