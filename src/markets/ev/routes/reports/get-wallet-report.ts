import { z } from "zod";
import { sum, toMajorText } from "../../../../kernel/money.js";
import { isRejection } from "../../../../kernel/rejection.js";
import { ok, route } from "../../../../kernel/route.js";
import {
  walletFigures,
  type WalletKindFigures,
} from "../../../../../projections/member-reports.js";
import { MARKETPLACE } from "../../policy.js";
import { subjectOfReport } from "../../reports/subject-of-report.js";
import { ANY_MEMBER } from "../../roles.js";
import { optionalUserId } from "../../shapes/fields.js";
import { BACKWARD, isForward, periodFields } from "../../shapes/period.js";
import { moneyText } from "../../shapes/values.js";
import { TRANSACTION_TYPES, transactionTypeOf } from "../../wallets/vocabulary.js";

const reportSchema = z.object({
  total_transactions: z.int(),
  total_credit: moneyText,
  total_debit: moneyText,
  by_type: z.array(
    z.object({ transaction_type: z.enum(TRANSACTION_TYPES), count: z.int(), total: moneyText }),
  ),
});

/** Reports APIs, 51. Wallet Report: one's own, or by an admin anybody's; both days included. */
export const getWalletReport = route({
  method: "GET",
  path: "/api/reports/wallet/",
  summary: "What moved in a wallet, by type",
  tag: "Reports",
  may: ANY_MEMBER,
  limit: "other",
  query: z.object({ user_id: optionalUserId, ...periodFields }).refine(isForward, BACKWARD),
  replies: { 200: { description: "The report.", schema: reportSchema } },
  async handle({ query: { user_id: userId, start_date: from, end_date: to } }, app) {
    const member = await subjectOfReport(app, userId);
    if (isRejection(member)) return member;
    const kinds = await walletFigures(app.reads, MARKETPLACE, member.id, { from, to });
    return ok({
      total_transactions: sum(kinds.map(({ count }) => count)),
      total_credit: toMajorText(sum(kinds.map(({ credit }) => credit))),
      total_debit: toMajorText(sum(kinds.map(({ debit }) => debit))),
      by_type: byType(kinds),
    });
  },
});

/** Several kinds of ours may be one type of the document; types without a movement are left out. */
function byType(kinds: readonly WalletKindFigures[]) {
  return TRANSACTION_TYPES.flatMap((type) => {
    const alike = kinds.filter(({ kind }) => transactionTypeOf(kind) === type);
    if (alike.length === 0) return [];
    return {
      transaction_type: type,
      count: sum(alike.map(({ count }) => count)),
      total: toMajorText(sum(alike.map(({ credit, debit }) => credit + debit))),
    };
  });
}
