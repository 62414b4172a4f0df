import { z } from "zod";
import type { App } from "../../../../kernel/app.js";
import { callerId } from "../../../../kernel/caller.js";
import { toMajorText } from "../../../../kernel/money.js";
import { ok, route } from "../../../../kernel/route.js";
import {
  figuresOfMember,
  figuresOfMemberMarket,
} from "../../../../../projections/member-reports.js";
import { MARKETPLACE } from "../../policy.js";
import { ANY_MEMBER, isAdmin } from "../../roles.js";
import { moneyText } from "../../shapes/values.js";

const ofMember = z.object({
  wallet_balance: moneyText,
  total_earnings: moneyText,
  total_withdrawn: moneyText,
  active_bookings: z.int(),
  total_bookings: z.int(),
  binary_pairs: z.int(),
  pending_payouts: z.int(),
});

const ofMarket = z.object({
  total_users: z.int(),
  active_buyers: z.int(),
  total_bookings: z.int(),
  total_revenue: moneyText,
  total_wallet_balance: moneyText,
  pending_payouts: z.int(),
});

/** Reports APIs, 48. Dashboard Statistics: an admin's are the market's, staff's their own. */
export const getDashboard = route({
  method: "GET",
  path: "/api/reports/dashboard/",
  summary: "Your figures; the market's for an admin",
  tag: "Reports",
  may: ANY_MEMBER,
  limit: "other",
  replies: { 200: { description: "The figures.", schema: z.union([ofMember, ofMarket]) } },
  handle: async (_input, app) =>
    ok(isAdmin(app) ? await marketStands(app) : await memberStands(app)),
});

async function memberStands(app: App): Promise<z.output<typeof ofMember>> {
  const figures = await figuresOfMember(app.reads, MARKETPLACE, callerId(app));
  return {
    wallet_balance: toMajorText(figures.balance),
    total_earnings: toMajorText(figures.earned),
    total_withdrawn: toMajorText(figures.withdrawn),
    active_bookings: figures.active_bookings,
    total_bookings: figures.bookings,
    binary_pairs: figures.pairs,
    pending_payouts: figures.pending_payouts,
  };
}

async function marketStands(app: App): Promise<z.output<typeof ofMarket>> {
  const figures = await figuresOfMemberMarket(app.reads, MARKETPLACE);
  return {
    total_users: figures.users,
    active_buyers: figures.active_buyers,
    total_bookings: figures.bookings,
    total_revenue: toMajorText(figures.revenue),
    total_wallet_balance: toMajorText(figures.wallet_balance),
    pending_payouts: figures.pending_payouts,
  };
}
