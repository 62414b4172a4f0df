import { z } from "zod";
import { realm, route } from "../../../../kernel/route.js";
import { payoutsOf } from "../../../../../projections/payouts.js";
import { callerId } from "../../../../kernel/caller.js";
import { data, documentedData } from "../../shapes/envelope.js";
import { payoutSchema, presentPayout } from "../../shapes/payout.js";

/** Partner APIs, Get Partner Payouts: newest first. */
export const partnerListPayouts = route({
  method: "GET",
  path: "/partner/payouts",
  summary: "What was paid out to you",
  tag: "Partner: Earnings",
  may: realm("partner"),
  limit: "partner",
  replies: {
    200: documentedData("Your payouts.", z.object({ payouts: z.array(payoutSchema) })),
  },
  async handle(_input, app) {
    const rows = await payoutsOf(app.reads, callerId(app));
    return data({ payouts: rows.map(presentPayout) });
  },
});
