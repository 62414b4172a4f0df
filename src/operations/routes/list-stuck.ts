import { z } from "zod";
import { ok, route, type Route } from "../../kernel/route.js";
import { unassignedBookings } from "../../../projections/bookings/queries.js";
import { unclearedAccounts } from "../../../projections/journal/queries/must-clear.js";
import { parkedWebhooks } from "../../../projections/webhooks.js";
import type { OperationsPorts } from "../ports.js";
import {
  presentUnassigned,
  presentUncleared,
  presentWebhook,
  stuckSchema,
} from "../shapes/stuck.js";
import { READERS } from "../staff.js";

/** Gateways and banks settle within two working days; what is older wants an explanation. */
const USUAL_AGE_DAYS = 3;

/** Rows of a kind on a page. */
const PAGE = 500;

export function listStuck({ projections, reactions }: OperationsPorts): Route {
  return route({
    method: "GET",
    path: "/stuck",
    summary: "All that waits for a person",
    tag: "Stuck",
    may: READERS,
    limit: "staff",
    query: z.object({
      min_age_days: z.coerce
        .number()
        .min(0)
        .max(36_500)
        .default(USUAL_AGE_DAYS)
        .describe("Must-clear accounts whose oldest money is at least so old"),
      page: z.coerce.number().int().min(1).max(10_000).default(1).describe("Of each kind"),
    }),
    replies: {
      200: {
        description:
          "Projections that stopped, steps and webhooks that were given up, bookings that nobody " +
          "could be found for, money that should have moved on; 500 of a kind on a page.",
        schema: stuckSchema,
      },
    },
    async handle({ query }, app) {
      const first = (query.page - 1) * PAGE;
      const slice = { limit: PAGE + 1, offset: first };
      const [statuses, parked, webhooks, bookings, accounts] = await Promise.all([
        projections.status(),
        reactions.list(),
        parkedWebhooks(app.reads, slice),
        unassignedBookings(app.reads, slice),
        unclearedAccounts(app.reads),
      ]);
      const now = app.clock.now();
      const uncleared = accounts.map((row) => presentUncleared(row, now));
      return ok({
        projections: statuses.filter(({ state }) => state === "stopped"),
        reactions: parked.slice(first, first + PAGE),
        webhooks: webhooks.slice(0, PAGE).map(presentWebhook),
        bookings: bookings.slice(0, PAGE).map(presentUnassigned),
        accounts: uncleared.filter(({ age_days }) => age_days >= query.min_age_days),
        more: Math.max(parked.length - first, webhooks.length, bookings.length) > PAGE,
      });
    },
  });
}
