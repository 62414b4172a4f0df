import { z } from "zod";
import { isOnCalendar } from "../../../kernel/calendar.js";
import { fromMajor, type Minor } from "../../../kernel/money.js";

/** Numbers too large for it have lost digits on their way: they are not what was sent. */
function isExact(value: number): boolean {
  return Number.isSafeInteger(value) || !Number.isInteger(value);
}

/**
 * Text that may come as a JSON number, as the frameworks take it that such documents come from: a
 * pincode, a mobile number, a code. Nothing else is text.
 */
export function lenient<T extends z.ZodType<string, string>>(schema: T) {
  const number = z.number().refine(isExact, { abort: true }).transform(String);
  return z.union([number.pipe(schema), schema], unlessAbsent("Not a valid string."));
}

/** Text that people type: trimmed, not blank. */
export function text(most: number) {
  return lenient(z.string().trim().min(1).max(most));
}

/** Text that may be left out, empty or null, all of which mean none. */
export function optionalText(most: number) {
  return lenient(z.string().trim().max(most))
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

export const email = lenient(z.string().trim().min(1).toLowerCase()).refine(
  (value) => value === "" || isEmail(value),
  INVALID_EMAIL,
);

/** Kept as it is typed; who owns it is told by its last ten digits. */
export const mobile = lenient(z.string().trim().min(1)).refine(
  (value) => value === "" || isMobile(value),
  INVALID_MOBILE,
);

const WRONG_DATE = "Date has wrong format. Use one of these formats instead: YYYY-MM-DD.";

/** `YYYY-MM-DD`, a date that exists. */
export const date = z.iso
  .date({
    error: ({ input }) => (input === undefined || input === null ? undefined : WRONG_DATE),
    abort: true,
  })
  .refine(isOnCalendar, WRONG_DATE);

export const pincode = lenient(
  z
    .string()
    .trim()
    .regex(/^\d{6}$/, "Enter a valid 6-digit pincode."),
);

export const gender = z.enum(["male", "female", "other"]);

/** The integers that the document prints as ids; anything else is an id that nobody has. */
export const idParams = z.object({
  id: z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number),
});

const AMOUNT = /^-?\d{1,12}(?:\.\d+)?$/;

const NO_NUMBER = "A valid number is required.";

/** A check whose failure ends all others: they would look at what is no amount yet. */
function aborting(error: string) {
  return { error, abort: true };
}

/** What is missing or null is told so; anything else that is no number, that it is none. */
function unlessAbsent(error: string) {
  return {
    error: ({ input }: { readonly input?: unknown }) =>
      input === undefined || input === null ? undefined : error,
  };
}

/** Rupees as a JSON number or a numeric text with at most two decimals; minor units inside. */
const rupees = z
  .union([z.number(), z.string().trim()], unlessAbsent(NO_NUMBER))
  .transform(String)
  .refine((amount) => AMOUNT.test(amount), aborting(NO_NUMBER))
  .refine(
    (amount) => (amount.split(".")[1] ?? "").length <= 2,
    aborting("Ensure that there are no more than 2 decimal places."),
  )
  .transform((amount) => fromMajor(amount));

/** Rupees of which there must be so many. */
export function rupeesFrom(least: Minor, tooFew: string) {
  return rupees.refine((amount) => amount >= least, aborting(tooFew));
}

/** Rupees of which there must be some. */
export const someRupees = rupeesFrom(1, "Ensure this value is greater than 0.");

/** A whole number in these bounds, as a JSON number or as the digits that forms send. */
export function wholeNumber(least: number, most: number) {
  return z
    .union(
      [
        z.int(),
        z
          .string()
          .trim()
          .regex(/^\d{1,15}$/)
          .transform(Number),
      ],
      unlessAbsent("A valid integer is required."),
    )
    .pipe(z.int().min(least).max(most));
}

/** A filter by one of the document's words; an empty one is none. */
export function oneOf<const W extends readonly [string, ...string[]]>(words: W) {
  return z
    .union([z.literal("").transform(() => undefined), z.enum(words)], { error: "Invalid choice" })
    .optional();
}

/** A filter by a number in these bounds; an empty one is none. */
export function optionalNumber(least: number, most: number) {
  return z.union([z.literal("").transform(() => undefined), wholeNumber(least, most)]).optional();
}

/** A filter by yes or no, as browsers and Python write them; an empty one is none. */
export const optionalFlag = oneOf(["true", "false", "True", "False", "1", "0"]).transform((word) =>
  word === undefined ? undefined : ["true", "True", "1"].includes(word),
);

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
