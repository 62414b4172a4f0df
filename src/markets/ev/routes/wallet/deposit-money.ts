import { z } from "zod";
import { toMajorText } from "../../../../kernel/money.js";
import { isRejection } from "../../../../kernel/rejection.js";
import { created, route } from "../../../../kernel/route.js";
import { memberByNumber } from "../../../../../projections/members.js";
import { walletById } from "../../../../../projections/wallets/queries.js";
import { FULLEST_WALLET, MARKETPLACE } from "../../policy.js";
import { invalid } from "../../refusals.js";
import { ADMINS } from "../../roles.js";
import { optionalText, someRupees } from "../../shapes/fields.js";
import { presentWallet, walletSchema } from "../../shapes/wallet.js";
import { deposit } from "../../wallets/deposit.js";

const TOO_FULL = `The wallet may not hold more than ${toMajorText(FULLEST_WALLET)}.`;

/** An extension: the document has "DEPOSIT: Manual deposits" and no endpoint for one (EV-A41). */
export const depositMoney = route({
  method: "POST",
  path: "/api/wallet/deposit/",
  summary: "Deposit money into a member's wallet",
  tag: "Extension: Wallet",
  may: ADMINS,
  limit: "other",
  idempotency: "honoured",
  body: z.object({ user_id: z.int().min(1), amount: someRupees, description: optionalText(200) }),
  example: { user_id: 1, amount: 15000, description: "Cash at the counter" },
  replies: { 201: { description: "The wallet after it.", schema: walletSchema } },
  async handle({ body }, app) {
    const member = await memberByNumber(app.reads, MARKETPLACE, body.user_id);
    if (member === undefined) return invalid("user_id", "User not found.");
    const done = await deposit(app, member.id, body.amount, body.description ?? "Manual deposit");
    if (isRejection(done)) {
      return done.reason === "wallet_too_full" ? invalid("amount", TOO_FULL) : done;
    }
    return created(presentWallet(member, await walletById(app.reads, member.id)));
  },
});
