import { z } from "zod";
import { callerId } from "../../../../kernel/caller.js";
import { route } from "../../../../kernel/route.js";
import { memberById } from "../../../../../projections/members.js";
import { walletTransactions } from "../../../../../projections/wallets/queries.js";
import { paged, pageOf, pagingQuery, slice } from "../../paging.js";
import { MARKETPLACE } from "../../policy.js";
import { notFound } from "../../refusals.js";
import { ANY_MEMBER } from "../../roles.js";
import { oneOf } from "../../shapes/fields.js";
import { BACKWARD, isForward, periodFields } from "../../shapes/period.js";
import { numberOf } from "../../shapes/user.js";
import { presentTransaction, transactionSchema } from "../../shapes/wallet.js";
import { kindsOf, TRANSACTION_TYPES } from "../../wallets/vocabulary.js";

/** Wallet APIs, 30. List Wallet Transactions; both days are included. */
export const listWalletTransactions = route({
  method: "GET",
  path: "/api/wallet/transactions/",
  summary: "The movements of your wallet, newest first",
  tag: "Wallet",
  may: ANY_MEMBER,
  limit: "other",
  query: z
    .object({ ...pagingQuery, transaction_type: oneOf(TRANSACTION_TYPES), ...periodFields })
    .refine(isForward, BACKWARD),
  replies: { 200: { description: "A page of movements.", schema: pageOf(transactionSchema) } },
  async handle(input, app) {
    const { transaction_type: type, start_date: from, end_date: to } = input.query;
    const member = await memberById(app.reads, MARKETPLACE, callerId(app));
    if (member === undefined) return notFound();
    const kinds = type === undefined ? undefined : kindsOf(type);
    const filter = { ownerId: member.id, kinds, from, to };
    const found = await walletTransactions(app.reads, MARKETPLACE, filter, slice(input.query));
    return paged(input, found, (row) => presentTransaction(row, numberOf(member)));
  },
});
