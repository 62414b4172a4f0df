import type { App } from "../../kernel/app.js";
import { callerId } from "../../kernel/caller.js";
import { memberById } from "../../../projections/members.js";
import { MARKETPLACE } from "./policy.js";
import { numberOf } from "./shapes/user.js";

/** The number of whoever calls. */
export async function callerNumber(app: App): Promise<number> {
  const id = callerId(app);
  const member = await memberById(app.reads, MARKETPLACE, id);
  if (member === undefined) throw new Error(`the account ${id} has a token and is no member`);
  return numberOf(member);
}

/** Whoever calls, as who reviewed something. */
export async function reviewer(app: App) {
  return { reviewerId: callerId(app), reviewerNumber: await callerNumber(app) };
}
