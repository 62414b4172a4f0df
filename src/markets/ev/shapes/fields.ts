import { z } from "zod";
import { fromMajor } from "../../../kernel/money.js";

/** Text that people type: trimmed, not blank. */
export function text(most: number) {
  return z.string().trim().min(1).max(most);
}

/** Text that may be left out, empty or null, all of which mean none. */
export function optionalText(most: number) {
  return z
    .string()
    .trim()
    .max(most)
    .nullish()
    .transform((value) => (value === "" ? null : value));
}

const EMAIL = z.email().max(254);
const MOBILE = /^(?:\+?91)?[6-9]\d{9}$/;

export function isEmail(value: string): boolean {
  return EMAIL.safeParse(value).success;
}

/** With or without India's prefix (EV-A10). */
export function isMobile(value: string): boolean {
  return MOBILE.test(value);
}

export const INVALID_EMAIL = "Invalid email format";
export const INVALID_MOBILE = "Invalid mobile number format";

export const email = z
  .string()
  .trim()
  .min(1)
  .toLowerCase()
  .refine((value) => value === "" || isEmail(value), INVALID_EMAIL);

/** Kept as it is typed; who owns it is told by its last ten digits. */
export const mobile = z
  .string()
  .trim()
  .min(1)
  .refine((value) => value === "" || isMobile(value), INVALID_MOBILE);

const WRONG_DATE = "Date has wrong format. Use one of these formats instead: YYYY-MM-DD.";

/** `YYYY-MM-DD`, a date that exists. */
export const date = z.iso.date({
  error: ({ input }) => (typeof input === "string" ? WRONG_DATE : undefined),
});

export const pincode = z
  .string()
  .trim()
  .regex(/^\d{6}$/, "Enter a valid 6-digit pincode.");

export const gender = z.enum(["male", "female", "other"]);

/** The integers that the document prints as ids; anything else is an id that nobody has. */
export const idParams = z.object({
  id: z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number),
});

const AMOUNT = /^\d{1,12}(?:\.\d+)?$/;

/** Rupees as a JSON number or a numeric text with at most two decimals; minor units inside. */
export const rupees = z
  .union([z.number(), z.string()], { error: "A valid number is required." })
  .transform(String)
  .refine((amount) => AMOUNT.test(amount), "A valid number is required.")
  .refine(
    (amount) => (amount.split(".")[1] ?? "").length <= 2,
    "Ensure that there are no more than 2 decimal places.",
  )
  .transform((amount) => fromMajor(amount));

/** Rupees of which there must be some. */
export const someRupees = rupees.refine(
  (amount) => amount > 0,
  "Ensure this value is greater than 0.",
);

/** A filter by one of the document's words; an empty one is none. */
export function oneOf<const W extends readonly [string, ...string[]]>(words: W) {
  return z
    .union([z.literal("").transform(() => undefined), z.enum(words)], { error: "Invalid choice" })
    .optional();
}

/** A day that may be left out or empty; both bound nothing. */
export const optionalDay = z
  .union([z.literal("").transform(() => undefined), date], { error: WRONG_DATE })
  .optional();

/** A member's number that may be left out or empty. */
export const optionalUserId = z
  .union(
    [
      z.literal("").transform(() => undefined),
      z
        .string()
        .regex(/^\d{1,15}$/)
        .transform(Number),
    ],
    { error: "A valid integer is required." },
  )
  .optional();
