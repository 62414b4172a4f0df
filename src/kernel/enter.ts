import type { App } from "./app.js";
import type { Principal, TokenPair } from "./identity.js";
import { isRejection, type Rejection } from "./rejection.js";

/**
 * Starts a session, then has the log say whether its owner may come in.
 *
 * In this order, since a blocking may come at any moment between the two: one that stands in the
 * log before the sign-in refuses it here, and one that comes after it finds the session and ends
 * it. The tokens are handed out only when nothing refused them.
 *
 * @param signIn records the sign-in; its refusal is the answer
 */
export async function enter(
  { sessions }: Pick<App, "sessions">,
  principal: Omit<Principal, "sessionId">,
  signIn: () => Promise<object | Rejection>,
): Promise<TokenPair | Rejection> {
  const tokens = await sessions.start(principal);
  const entered = await signIn();
  if (!isRejection(entered)) return tokens;
  await sessions.endAll(principal.id, entered.code === "forbidden" ? "blocked" : "ended");
  return entered;
}
