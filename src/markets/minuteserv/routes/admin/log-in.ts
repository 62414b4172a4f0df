import { z } from "zod";
import { enter } from "../../../../kernel/enter.js";
import { isRejection, reject } from "../../../../kernel/rejection.js";
import { PUBLIC, route } from "../../../../kernel/route.js";
import { accounts } from "../../../../modules/account/account.js";
import { staffByLogin } from "../../../../../projections/accounts.js";
import { MARKETPLACE } from "../../policy.js";
import { adminSchema, presentAdmin } from "../../shapes/admin.js";
import { data, documentedData } from "../../shapes/envelope.js";
import { email } from "../../shapes/fields.js";

const WRONG = reject("unauthenticated", "wrong_credentials", "The e-mail or password is wrong.");

/** Nobody has this account: its password is looked for so that unknown e-mails take as long. */
const NOBODY = "nobody";

/** Admin APIs, Admin Login. Who is blocked hears so only with the right password. */
export const adminLogIn = route({
  method: "POST",
  path: "/admin/auth/login",
  summary: "Sign in as staff",
  tag: "Admin: Authentication",
  may: PUBLIC,
  limit: "admin",
  body: z.object({ email, password: z.string().min(1).max(1_000) }),
  example: { email: "admin@minuteserv.com", password: "password123" },
  replies: {
    200: documentedData(
      "Signed in.",
      z.object({ access_token: z.string(), refresh_token: z.string(), admin: adminSchema }),
    ),
  },
  async handle({ body }, app) {
    const found = await staffByLogin(app.reads, MARKETPLACE, body.email);
    const staff = found.find(({ email: own }) => own === body.email);
    const known = await app.credentials.verify(staff?.id ?? NOBODY, body.password);
    if (staff === undefined || !known) return WRONG;
    const principal = { id: staff.id, marketplace: MARKETPLACE, role: staff.role };
    const tokens = await enter(app, { ...principal, realm: "admin" }, () =>
      app.execute(accounts, staff.id, { type: "SignIn" }),
    );
    if (isRejection(tokens)) return tokens;
    return data({
      access_token: tokens.accessToken,
      refresh_token: tokens.refreshToken,
      admin: presentAdmin(staff),
    });
  },
});
