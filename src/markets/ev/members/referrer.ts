import type { App } from "../../../kernel/app.js";
import type { Rejection } from "../../../kernel/rejection.js";
import { memberByNumber } from "../../../../projections/members.js";
import { MARKETPLACE, numberOfReferralCode } from "../policy.js";
import { invalid } from "../refusals.js";

/** The account id behind a referral code; null without a code, a refusal for an unknown one. */
export async function referrerOf(
  app: App,
  code: string | null | undefined,
): Promise<string | null | Rejection> {
  if (code === null || code === undefined) return null;
  const number = numberOfReferralCode(code);
  const found =
    number === undefined ? undefined : await memberByNumber(app.reads, MARKETPLACE, number);
  return found?.id ?? invalid("referral_code", "Invalid referral code");
}
