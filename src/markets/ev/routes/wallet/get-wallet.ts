import { callerId } from "../../../../kernel/caller.js";
import { ok, route } from "../../../../kernel/route.js";
import { memberById } from "../../../../../projections/members.js";
import { walletById } from "../../../../../projections/wallets/queries.js";
import { MARKETPLACE } from "../../policy.js";
import { notFound } from "../../refusals.js";
import { ANY_MEMBER } from "../../roles.js";
import { presentWallet, walletSchema } from "../../shapes/wallet.js";

/** Wallet APIs, 29. Get My Wallet. */
export const getWallet = route({
  method: "GET",
  path: "/api/wallet/my_wallet/",
  summary: "Your wallet",
  tag: "Wallet",
  may: ANY_MEMBER,
  limit: "other",
  replies: { 200: { description: "The wallet.", schema: walletSchema } },
  async handle(_, app) {
    const member = await memberById(app.reads, MARKETPLACE, callerId(app));
    if (member === undefined) return notFound();
    return ok(presentWallet(member, await walletById(app.reads, member.id)));
  },
});
