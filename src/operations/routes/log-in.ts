import { z } from "zod";
import type { App } from "../../kernel/app.js";
import { enter } from "../../kernel/enter.js";
import { isRejection, reject } from "../../kernel/rejection.js";
import { ok, PUBLIC, route } from "../../kernel/route.js";
import { accounts } from "../../modules/account/account.js";
import type { AccountRow } from "../../../projections/accounts-table.js";
import { staffByLogin } from "../../../projections/accounts.js";
import { presentStaff, presentTokens, staffSchema, tokensSchema } from "../shapes/session.js";
import { MARKETPLACE } from "../staff.js";

/** The same words for everybody, so that nobody learns who has an account. */
const REFUSED = reject("unauthenticated", "login_failed", "Username or password is wrong.");

/** No account has this id; checking a password against it takes as long as any other. */
const NOBODY = "nobody";

/** The number of accounts that may share a name; each costs a check of the password. */
const MOST_NAMESAKES = 3;

export const logIn = route({
  method: "POST",
  path: "/login",
  summary: "Sign in as staff by username or e-mail and password",
  tag: "Session",
  may: PUBLIC,
  limit: "login",
  body: z
    .object({
      username: z.string().trim().min(1).max(255).optional(),
      email: z.string().trim().min(1).max(255).optional(),
      password: z.string().min(1).max(1_000),
    })
    .refine(({ username, email }) => username !== undefined || email !== undefined, {
      path: ["username"],
      error: "is needed, or an email",
    }),
  example: { username: "finance@minuteserv.com", password: "password123" },
  replies: {
    200: { description: "A session.", schema: tokensSchema.extend({ user: staffSchema }) },
  },
  async handle({ body }, app) {
    const account = await whose(app, body.email ?? body.username ?? "", body.password);
    if (account === undefined) return REFUSED;
    const principal = { id: account.id, marketplace: MARKETPLACE, role: account.role };
    const tokens = await enter(app, { ...principal, realm: "staff" }, () =>
      app.execute(accounts, account.id, { type: "SignIn" }),
    );
    if (isRejection(tokens)) return REFUSED;
    return ok({ ...presentTokens(tokens), user: presentStaff(account) });
  },
});

async function whose(app: App, login: string, password: string): Promise<AccountRow | undefined> {
  const found = await staffByLogin(app.reads, MARKETPLACE, login);
  if (found.length === 0) await app.credentials.verify(NOBODY, password);
  for (const account of found.slice(0, MOST_NAMESAKES)) {
    const matches = await app.credentials.verify(account.id, password);
    if (matches && account.is_active) return account;
  }
  return undefined;
}
