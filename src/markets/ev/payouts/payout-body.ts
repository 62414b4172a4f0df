import { z } from "zod";
import { lenient, someRupees, text } from "../shapes/fields.js";

const ACCOUNT = /^\d{6,20}$/;
const IFSC = /^[A-Z]{4}0[A-Z0-9]{6}$/;

/** Create Payout Request; the bank's details are checked for their form alone. */
export const payoutBody = z.object({
  requested_amount: someRupees,
  bank_name: text(100),
  account_number: lenient(z.string().trim().min(1).regex(ACCOUNT, "Enter a valid account number.")),
  ifsc_code: z.string().trim().min(1).toUpperCase().regex(IFSC, "Enter a valid IFSC code."),
  account_holder_name: text(100),
  emi_auto_filled: z.boolean().nullish(),
});
