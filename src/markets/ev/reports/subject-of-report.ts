import type { App } from "../../../kernel/app.js";
import { callerId } from "../../../kernel/caller.js";
import type { Rejection } from "../../../kernel/rejection.js";
import { memberById, memberByNumber, type MemberRow } from "../../../../projections/members.js";
import { MARKETPLACE } from "../policy.js";
import { notFound } from "../refusals.js";
import { isAdmin } from "../roles.js";

/**
 * Whom a report is about: the caller, or whom an admin names. "user_id" is for admins only: from
 * anybody else it changes nothing, so that it never reveals another's figures.
 */
export async function subjectOfReport(
  app: App,
  userId: number | undefined,
): Promise<MemberRow | Rejection> {
  const named = userId !== undefined && isAdmin(app);
  const member = named
    ? await memberByNumber(app.reads, MARKETPLACE, userId)
    : await memberById(app.reads, MARKETPLACE, callerId(app));
  return member ?? notFound();
}
