import test from "ava";
import { SYSTEM } from "../../../src/kernel/event.js";
import { newId } from "../../../src/kernel/ids.js";
import { SAVE10 } from "../../world/minuteserv-staff.js";
import { admin } from "../../world/minuteserv.js";
import { openServiceWorld, type ServiceWorld } from "../../world/service.js";

let world: ServiceWorld;

test.before(async () => {
  world = await openServiceWorld({ RATE_LIMITS: "off" });
});

test.after.always(() => world.close());

const TERMS = { discount_type: "percentage", discount_value: 12.5 };

test("a promo code is created as the document prints it", async (t) => {
  const staff = await admin(world, "manager");
  const made = await staff.post("/admin/promo-codes", SAVE10);
  t.is(made.status, 201, made.raw);
  t.like(made.at("data.promo_code"), {
    ...SAVE10,
    valid_from: "2024-01-01T00:00:00.000Z",
    valid_until: "2024-12-31T23:59:59.000Z",
    used_count: 0,
    is_active: true,
  });
});

test("a code is one code in upper and lower case, also for those who race", async (t) => {
  const staff = await admin(world);
  const codes = ["Monsoon", "MONSOON", "monsoon", "monsoon"];
  const made = await Promise.all(
    codes.map((code) => staff.post("/admin/promo-codes", { code, ...TERMS })),
  );
  const statuses = made.map(({ status }) => status).toSorted((one, other) => one - other);
  t.deepEqual(statuses, [201, 409, 409, 409]);
});

test("a code claimed by a creation that a crash cut off is taken over", async (t) => {
  const [owner, commandId] = [newId(), newId()];
  const ids = { commandId, correlationId: commandId, causationId: commandId };
  const claim = { scope: "minuteserv.promo.code", value: "LOST", owner };
  const envelope = { marketplace: "minuteserv", actor: SYSTEM, ...ids };
  await world.service.foundation.eventLog.claims.take(claim, envelope);
  const staff = await admin(world);
  const made = await staff.post("/admin/promo-codes", { code: "lost", ...TERMS });
  t.is(made.status, 201, made.raw);
  t.is((await staff.post("/admin/promo-codes", { code: "Lost", ...TERMS })).status, 409);
});

test("a code that could never be used is refused and stays free", async (t) => {
  const staff = await admin(world);
  for (const change of [
    { discount_value: 0 },
    { discount_value: 100.5 },
    { discount_value: 1.005 },
    { discount_type: "gift" },
    { usage_limit: 0 },
    { max_discount: 0 },
    { valid_from: "2024-06-01T00:00:00Z", valid_until: "2024-06-01T00:00:00Z" },
    { valid_from: "soon" },
    { code: "TWO WORDS" },
    { code: "X".repeat(51) },
  ]) {
    const body = { code: "REFUSED", ...TERMS, ...change };
    const refused = await staff.post("/admin/promo-codes", body);
    t.is(refused.status, 422, JSON.stringify(change));
  }
  t.is((await staff.post("/admin/promo-codes", { code: "REFUSED", ...TERMS })).status, 201);
});
