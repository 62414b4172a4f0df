import type { App } from "../kernel/app.js";
import type { Realm } from "../kernel/identity.js";
import { reject, type Rejection } from "../kernel/rejection.js";
import type { AccountRow } from "../../projections/accounts-table.js";
import { accountByLogin } from "../../projections/accounts.js";
import { partnerByPhone } from "../../projections/partners-table.js";
import type { SandboxLogin } from "./ports.js";

interface Found {
  readonly id: string;
  readonly realm: Realm;
  readonly role: string;
  readonly name: string | null;
}

/** Tokens of any account by e-mail, phone or username, also where no document has a login. */
export async function logInAnyAccount(
  app: App,
  who: { readonly marketplace: string; readonly username: string },
): Promise<SandboxLogin | Rejection> {
  const found = await find(app, who.marketplace, who.username);
  if (found === undefined) {
    return reject("not_found", "account_unknown", `Nobody in ${who.marketplace} is called that.`);
  }
  const { id, realm, role, name } = found;
  const tokens = await app.sessions.start({ id, marketplace: who.marketplace, realm, role });
  return {
    access: tokens.accessToken,
    refresh: tokens.refreshToken,
    user: { id, realm, role, name },
  };
}

/** Staff of the whole house, not of a market, have the staff API for themselves. */
function realmOf({ kind, marketplace }: AccountRow): Realm {
  if (kind !== "staff") return kind === "member" ? "member" : "customer";
  return marketplace === "operations" ? "staff" : "admin";
}

async function find(app: App, marketplace: string, username: string): Promise<Found | undefined> {
  const account = await accountByLogin(app.reads, marketplace, username);
  if (account !== undefined) {
    const realm = realmOf(account);
    return { id: account.id, realm, role: account.role, name: account.name };
  }
  const partner = await partnerByPhone(app.reads, marketplace, username);
  if (partner === undefined) return undefined;
  return { id: partner.id, realm: "partner", role: "partner", name: partner.name };
}
