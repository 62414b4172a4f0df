import type { ExecutionContext } from "ava";
import type { Answer } from "./answer.js";
import type { HttpClient } from "./http-client.js";
import { admin, BASE, customer } from "./minuteserv.js";
import type { ServiceWorld } from "./service.js";

export const ROLES = ["super_admin", "admin", "support", "finance"] as const;

type Role = (typeof ROLES)[number];

/** The first word of each role's e-mail. */
const LOGIN: Readonly<Record<Role, string>> = {
  super_admin: "admin",
  admin: "manager",
  support: "support",
  finance: "finance",
};

/** The promo code of the document, as its request prints it. */
export const SAVE10 = {
  code: "SAVE10",
  description: "10% off on all services",
  discount_type: "percentage",
  discount_value: 10,
  min_order_amount: 1000,
  max_discount: 500,
  usage_limit: 1,
  total_usage_limit: 1000,
  valid_from: "2024-01-01T00:00:00Z",
  valid_until: "2024-12-31T23:59:59Z",
};

/** An id that nothing has. */
export const UNKNOWN = "7b0f6a52-3f0e-4c54-9d0f-4a4d1c7f0000";

export interface StaffCall {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
  readonly may: readonly Role[];
}

/** Nobody without a token, no customer, and of the staff those alone who may. */
export async function refusesOthers(
  t: ExecutionContext,
  world: ServiceWorld,
  { method, path, body, may }: StaffCall,
): Promise<void> {
  const http = world.http.at(BASE);
  const told = `${method} ${path}`;
  const call = (client: HttpClient): Promise<Answer> => client.send(method, path, body);
  t.is((await call(http)).status, 401, told);
  t.is((await call(http.as("forged"))).status, 401, told);
  t.is((await call(await customer(world))).status, 403, told);
  for (const role of ROLES) {
    const answer = await call(await admin(world, LOGIN[role]));
    const right = may.includes(role) ? answer.status !== 403 : answer.status === 403;
    t.true(right, `${told} by ${role}: ${answer.status}`);
  }
}
