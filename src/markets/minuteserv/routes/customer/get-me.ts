import { realm, route } from "../../../../kernel/route.js";
import { z } from "zod";
import { accountById } from "../../../../../projections/accounts.js";
import { callerId } from "../../../../kernel/caller.js";
import { notFound } from "../../refusals.js";
import { data, documentedData } from "../../shapes/envelope.js";
import { presentUser, userSchema } from "../../shapes/user.js";

/** Authentication, 5. Get Current User. */
export const getMe = route({
  method: "GET",
  path: "/auth/me",
  summary: "The signed-in customer",
  tag: "Authentication",
  may: realm("customer"),
  limit: "general_customer",
  replies: {
    200: documentedData("Who you are.", userSchema.extend({ created_at: z.string() })),
  },
  async handle(_input, app) {
    const user = await accountById(app.reads, callerId(app));
    if (user === undefined) return notFound("User");
    return data({ ...presentUser(user), created_at: user.created_at });
  },
});
