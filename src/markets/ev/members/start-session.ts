import type { App } from "../../../kernel/app.js";
import { isRejection, type Rejection } from "../../../kernel/rejection.js";
import { accounts } from "../../../modules/account/account.js";
import { memberById, type MemberRow } from "../../../../projections/members.js";
import { MARKETPLACE } from "../policy.js";
import { notFound } from "../refusals.js";

export interface LoggedIn {
  readonly member: MemberRow;
  readonly tokens: { readonly refresh: string; readonly access: string };
}

/** Lets a member in who has shown who they are; refuses who is blocked. */
export async function startSession(app: App, accountId: string): Promise<LoggedIn | Rejection> {
  const entered = await app.execute(accounts, accountId, { type: "SignIn" });
  if (isRejection(entered)) return entered;
  const member = await memberById(app.reads, MARKETPLACE, accountId);
  if (member === undefined) return notFound();
  const { accessToken, refreshToken } = await app.sessions.start({
    id: accountId,
    marketplace: MARKETPLACE,
    realm: "member",
    role: member.role,
  });
  return { member, tokens: { refresh: refreshToken, access: accessToken } };
}
