import { z } from "zod";
import type { App } from "../../../kernel/app.js";
import { isRejection, type Rejection } from "../../../kernel/rejection.js";
import { created, type Reply } from "../../../kernel/route.js";
import { memberById } from "../../../../projections/members.js";
import { MARKETPLACE } from "../policy.js";
import { notFound } from "../refusals.js";
import { createdUserSchema, presentCreated } from "../shapes/user.js";
import { alreadyRegistered } from "./already-registered.js";
import { LOGIN, sendBothCodes } from "./one-time-code.js";
import { registerMember } from "./register-member.js";
import { personOf, type MemberForm } from "./signup-form.js";

export const colleagueSchema = z.object({ user: createdUserSchema, message: z.string() });

/** Registers an admin or a staff member and sends the codes that they log in with first. */
export async function createColleague(
  app: App,
  form: MemberForm,
  role: "admin" | "staff",
): Promise<Reply | Rejection> {
  const { email, mobile } = form;
  const person = personOf(form);
  const accountId = await registerMember(app, { email, mobile, role, referredBy: null, person });
  if (isRejection(accountId)) {
    return (accountId.code === "invalid" && (await alreadyRegistered(app, form))) || accountId;
  }
  await sendBothCodes(app, form, LOGIN);
  const member = await memberById(app.reads, MARKETPLACE, accountId);
  if (member === undefined) return notFound();
  const title = role === "admin" ? "Admin" : "Staff";
  return created({
    user: presentCreated(member),
    message: `${title} created successfully. OTP sent to email and mobile for initial login.`,
  });
}
