import { z } from "zod";
import { givenName } from "../../kernel/given-id.js";
import { fromMajor, toMajor } from "../../kernel/money.js";
import { isRejection } from "../../kernel/rejection.js";
import { ok, PUBLIC, route, type Route } from "../../kernel/route.js";
import type { SandboxPorts } from "../ports.js";

/** Rupees (or dollars) as the markets print them: 500, 500.5 or "500.50". */
const amount = z
  .union([z.number(), z.string().regex(/^\d{1,10}(\.\d{1,2})?$/)])
  .transform(Number)
  .pipe(z.number().positive().max(10_000_000))
  .refine((major) => toMajor(fromMajor(major)) === major, "at most two decimals")
  .transform(fromMajor);

export function creditWallet(ports: Pick<SandboxPorts, "creditWallet">): Route {
  return route({
    method: "POST",
    path: "/wallets/credit",
    summary: "Posts a test deposit to a wallet",
    tag: "Sandbox",
    may: PUBLIC,
    limit: "open",
    idempotency: "honoured",
    body: z.object({
      marketplace: z.string().min(1),
      user_id: z.union([givenName(z.string().min(1)), z.int()]).transform(String),
      amount,
    }),
    example: { marketplace: "ev", user_id: "42", amount: 500 },
    replies: { 200: { description: "The wallet's new state", schema: z.looseObject({}) } },
    async handle({ body }, app) {
      const { marketplace, user_id: userId } = body;
      const credited = await ports.creditWallet(app, { marketplace, userId, amount: body.amount });
      return isRejection(credited) ? credited : ok(credited);
    },
  });
}
