import { callerId } from "../../../../kernel/caller.js";
import { ok, route } from "../../../../kernel/route.js";
import { nomineeOf } from "../../../../../projections/nominees.js";
import { notFound } from "../../refusals.js";
import { ANY_MEMBER } from "../../roles.js";
import { nomineeSchema, presentNominee } from "../../shapes/nominee.js";

/** Nominee APIs, 23. Get Nominee. */
export const getNominee = route({
  method: "GET",
  path: "/api/users/nominee/",
  summary: "Your nominee",
  tag: "Nominee",
  may: ANY_MEMBER,
  limit: "other",
  replies: {
    200: { description: "The nominee.", schema: nomineeSchema },
  },
  async handle({ url }, app) {
    const row = await nomineeOf(app.reads, callerId(app));
    return row === undefined ? notFound() : ok(presentNominee(row, url));
  },
});
