import { z } from "zod";
import { toMajorText } from "../../../../kernel/money.js";
import { isRejection } from "../../../../kernel/rejection.js";
import { ok, route } from "../../../../kernel/route.js";
import { figuresOfMember } from "../../../../../projections/member-reports.js";
import { MARKETPLACE } from "../../policy.js";
import { subjectOfReport } from "../../reports/subject-of-report.js";
import { ANY_MEMBER } from "../../roles.js";
import { optionalUserId } from "../../shapes/fields.js";
import { presentLoggedIn } from "../../shapes/user.js";
import { moneyText } from "../../shapes/values.js";

const reportSchema = z.object({
  user: z.object({
    id: z.int(),
    username: z.string(),
    email: z.string().nullable(),
    is_active_buyer: z.boolean(),
  }),
  bookings: z.int(),
  total_paid: moneyText,
  wallet_balance: moneyText,
  binary_pairs: z.int(),
  payouts: z.int(),
});

/** Reports APIs, 50. User Report: one's own, or by an admin anybody's. */
export const getUserReport = route({
  method: "GET",
  path: "/api/reports/user/",
  summary: "What a user has done",
  tag: "Reports",
  may: ANY_MEMBER,
  limit: "other",
  query: z.object({ user_id: optionalUserId }),
  replies: { 200: { description: "The report.", schema: reportSchema } },
  async handle({ query }, app) {
    const member = await subjectOfReport(app, query.user_id);
    if (isRejection(member)) return member;
    const figures = await figuresOfMember(app.reads, MARKETPLACE, member.id);
    const { id, username, email, is_active_buyer } = presentLoggedIn(member);
    return ok({
      user: { id, username, email, is_active_buyer },
      bookings: figures.bookings,
      total_paid: toMajorText(figures.paid),
      wallet_balance: toMajorText(figures.balance),
      binary_pairs: figures.pairs,
      payouts: figures.payouts,
    });
  },
});
