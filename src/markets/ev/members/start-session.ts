import type { App } from "../../../kernel/app.js";
import { enter } from "../../../kernel/enter.js";
import { isRejection, type Rejection } from "../../../kernel/rejection.js";
import { accounts } from "../../../modules/account/account.js";
import { memberById, type MemberRow } from "../../../../projections/members.js";
import { MARKETPLACE } from "../policy.js";
import { notFound } from "../refusals.js";

export interface LoggedIn {
  readonly member: MemberRow;
  readonly tokens: { readonly refresh: string; readonly access: string };
}

/**
 * Lets a member in who has shown who they are; refuses who is blocked. A role is given at the
 * registration and for good, so the token may carry it before the sign-in is recorded.
 */
export async function startSession(app: App, accountId: string): Promise<LoggedIn | Rejection> {
  const account = await app.load(accounts, accountId);
  if (account === null) return notFound();
  const principal = { id: accountId, marketplace: MARKETPLACE, role: account.role };
  const tokens = await enter(app, { ...principal, realm: "member" }, () =>
    app.execute(accounts, accountId, { type: "SignIn" }),
  );
  if (isRejection(tokens)) return tokens;
  const member = await memberById(app.reads, MARKETPLACE, accountId);
  if (member === undefined) return notFound();
  return { member, tokens: { refresh: tokens.refreshToken, access: tokens.accessToken } };
}
