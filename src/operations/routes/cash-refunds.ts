import { z } from "zod";
import { givenName } from "../../kernel/given-id.js";
import { toMajorText } from "../../kernel/money.js";
import { isRejection } from "../../kernel/rejection.js";
import { ok, route } from "../../kernel/route.js";
import { payments } from "../../modules/payment/payment.js";
import { paymentById } from "../../../projections/payments.js";
import { awaitedCashRefunds, refundById } from "../../../projections/refunds.js";
import { NO_SUCH_REFUND } from "../refusals.js";
import { cursor, limit, nextCursor, paged } from "../shapes/cursor.js";
import { amount } from "../shapes/ledger.js";
import { BOOKKEEPERS, READERS } from "../staff.js";

const awaited = z.object({
  id: z.string(),
  marketplace: z.string(),
  booking_id: z.string(),
  booking_number: z.string(),
  payment_id: z.string(),
  amount,
  currency: z.string(),
  created_at: z.iso.datetime(),
});

export const listCashRefunds = route({
  method: "GET",
  path: "/refunds/cash",
  summary: "What was paid in cash and somebody has to transfer back, the oldest first",
  tag: "Refunds",
  may: READERS,
  limit: "staff",
  query: z.object({
    limit: limit(500, 500),
    cursor: cursor(z.tuple([z.iso.datetime(), z.string()])),
  }),
  replies: {
    200: {
      description: "A page of refunds.",
      schema: z.object({ refunds: z.array(awaited), next_cursor: nextCursor }),
    },
  },
  async handle({ query: { limit: most, cursor: after } }, app) {
    const rows = await awaitedCashRefunds(app.reads, after, most + 1);
    const { page, next } = paged(rows, most, (row) => [row.created_at, row.id]);
    const refunds = page.map((row) => ({
      id: row.id,
      marketplace: row.marketplace,
      booking_id: row.booking_id,
      booking_number: row.booking_number,
      payment_id: row.payment_id,
      amount: toMajorText(row.amount),
      currency: row.currency,
      created_at: row.created_at,
    }));
    return ok({ refunds, next_cursor: next });
  },
});

/** Cash has no gateway that could confirm its refund: the bank's number of the transfer does. */
export const confirmCashRefund = route({
  method: "POST",
  path: "/refunds/:refund_id/confirm",
  summary: "Say under which number a refund of cash was transferred to the customer",
  tag: "Refunds",
  may: BOOKKEEPERS,
  limit: "staff",
  idempotency: "honoured",
  params: z.object({ refund_id: givenName(z.string().max(64)) }),
  body: z.object({ bank_reference: z.string().trim().min(3).max(64) }),
  example: { bank_reference: "UTIB24012200017" },
  replies: {
    200: {
      description: "Confirmed; again under the same number changes nothing.",
      schema: z.object({ id: z.string(), status: z.literal("processed") }),
    },
  },
  async handle({ params, body }, app) {
    const refund = await refundById(app.reads, params.refund_id);
    if (refund === undefined) return NO_SUCH_REFUND;
    const payment = await paymentById(app.reads, refund.payment_id);
    if (payment === undefined) return NO_SUCH_REFUND;
    const bankReference = body.bank_reference;
    const command = { type: "ConfirmCashRefund", refundId: refund.id, bankReference } as const;
    const done = await app.execute(payments, payment.id, command, payment.marketplace);
    return isRejection(done) ? done : ok({ id: refund.id, status: "processed" });
  },
});
