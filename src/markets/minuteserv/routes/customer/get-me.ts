import { realm, route } from "../../../../kernel/route.js";
import { z } from "zod";
import { accountById } from "../../../../../projections/accounts.js";
import { callerId } from "../../caller.js";
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
    200: documentedData("Who you are.", userSchema.extend({ created_at: z.string() }), {
      success: true,
      data: {
        id: "6f1c2a9e-0f6e-4d5c-9f0a-3b1d2c4e5f60",
        phone_number: "+911234567890",
        name: "John Doe",
        email: "john@example.com",
        is_verified: true,
        created_at: "2024-01-15T10:00:00Z",
      },
    }),
  },
  async handle(_input, app) {
    const user = await accountById(app.reads, callerId(app));
    if (user === undefined) return notFound("User");
    return data({ ...presentUser(user), created_at: user.created_at });
  },
});
