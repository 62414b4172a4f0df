import { DAY, HOUR, MINUTE } from "../../kernel/clock.js";
import type { Currency, Minor } from "../../kernel/money.js";
import type { PairTerms } from "../../modules/pair/commands.js";

export const MARKETPLACE = "ev";

/** Notes, 1: "All monetary values are in Indian Rupees". */
export const CURRENCY: Currency = "INR";

/** Notes, 2 and 3: "JWT access tokens expire in 60 minutes", "refresh tokens … in 24 hours". */
export const TOKENS = { access: HOUR, refresh: DAY } as const;

/** Notes, 4: "OTP expires in 10 minutes"; so does what waits for it. */
export const OTP_LIFETIME = 10 * MINUTE;

/** Pagination: "default: 20, max: 100". */
export const PAGE_SIZE = { default: 20, most: 100 } as const;

/** Who a member is to the platform; a superuser prints as an admin (EV-A38). */
export const ROLES = ["user", "staff", "admin", "superuser"] as const;

export type Role = (typeof ROLES)[number];

/** User Signup: "Optional, defaults to "India"". */
export const DEFAULT_COUNTRY = "India";

/** Business Rules, 1: "Pre-booking Minimum: ₹500". */
export const MINIMUM_BOOKING_AMOUNT: Minor = 500_00;

/**
 * What a vehicle may cost at most: ten digits. Members declare their payments themselves, and
 * without a bound a few of them would add up to more than the books can count.
 */
export const DEAREST_VEHICLE: Minor = 99_999_999_99;

/**
 * What a deposit may fill a wallet up to: as many digits. So the sum over nine hundred thousand
 * full wallets is still a whole number that JSON and the books can tell from its neighbours.
 */
export const FULLEST_WALLET: Minor = 99_999_999_99;

/** Business Rules, 2: "Active Buyer Threshold: ₹5000 total paid", inclusive; confirms, too. */
export const ACTIVE_BUYER_THRESHOLD: Minor = 5_000_00;

/**
 * Check for Binary Pairs: a pair's volume is 1000.00 and earns 500.00. Business Rules, 3 to 5:
 * five in full, then 20% held for the EMI of who is no Active Buyer; ten a calendar month.
 */
export const PAIRS: PairTerms = {
  pairAmount: 1_000_00,
  earning: 500_00,
  currency: CURRENCY,
  fullCreditPairs: 5,
  deductionPercent: 20,
  monthlyMost: 10,
};

/** The hour, in UTC, from which pairs are looked for by themselves once a day (EV-A21). */
export const PAIR_MATCHING_HOUR = 3;

/** Wallet Report: five REFERRAL_BONUS make 2500.00. */
export const REFERRAL_BONUS: Minor = 500_00;

/** Business Rules, 6: "5% with ₹10,000 ceiling", of each request (EV-A28). */
export const TDS = { percent: 5, most: 10_000_00 as Minor } as const;

/** The account that pay-outs are transferred from, as the ledger names it. */
export const PAYING_BANK = "main";

/** File Uploads: "Images (JPG, PNG), PDFs"; the platform itself takes no file above 20 MB. */
export const PAPER_TYPES = ["image/jpeg", "image/png", "application/pdf"] as const;

const CODE = /^REF(\d{5,15})$/;

/** Get User Profile: REF00001, by the member's number, so that it is unique by construction. */
export function referralCode(number: number): string {
  return `REF${String(number).padStart(5, "0")}`;
}

/** The number that a code stands for; undefined for a text that no code is. */
export function numberOfReferralCode(code: string): number | undefined {
  const digits = CODE.exec(code.trim().toUpperCase())?.[1];
  const number = Number(digits);
  return digits !== undefined && referralCode(number) === `REF${digits}` ? number : undefined;
}
