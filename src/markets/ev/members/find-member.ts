import type { App } from "../../../kernel/app.js";
import { accounts } from "../../../modules/account/account.js";
import { contactClaim, type ContactKind } from "./contact.js";

/** The account of a registered member by e-mail or mobile, from the log itself. */
export async function memberWith(
  app: App,
  kind: ContactKind,
  value: string,
): Promise<string | undefined> {
  const { scope, value: key } = contactClaim(kind, value);
  const owner = await app.claims.owner(scope, key);
  if (owner === undefined) return undefined;
  return (await app.load(accounts, owner)) === null ? undefined : owner;
}
