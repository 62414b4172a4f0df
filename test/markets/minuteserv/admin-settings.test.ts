import test from "ava";
import { openServiceWorld, type ServiceWorld } from "../../world/service.js";
import { admin, book, customer, serviceIds } from "../../world/minuteserv.js";
import { refusesOthers, ROLES } from "../../world/minuteserv-staff.js";

let world: ServiceWorld;

test.before(async () => {
  world = await openServiceWorld({ RATE_LIMITS: "off" });
});

test.after.always(() => world.close());

const DEFAULTS = {
  commission_percentage: 30,
  cancellation_fee_percentage: 10,
  free_cancellation_minutes: 5,
  partner_assignment_timeout: 15,
  otp_expiry_minutes: 5,
  max_booking_advance_days: 30,
};

test.serial("the settings are the document's until somebody turns them", async (t) => {
  const staff = await admin(world);
  const before = await staff.get("/admin/settings");
  t.deepEqual(before.body, { success: true, data: DEFAULTS });
  const example = {
    commission_percentage: 30,
    cancellation_fee_percentage: 10,
    free_cancellation_minutes: 5,
  };
  const same = await staff.put("/admin/settings", example);
  t.deepEqual(same.body, { success: true, data: { settings: DEFAULTS } });
});

test.serial("a setting binds what is decided from then on", async (t) => {
  const staff = await admin(world);
  const client = await customer(world);
  const ids = await serviceIds(client, "Facial - Minimal");
  t.is((await book(world, client, { serviceIds: ids, days: 6, method: "cash" })).status, 201);
  const turned = await staff.put("/admin/settings", { max_booking_advance_days: 5 });
  t.deepEqual(turned.at("data.settings"), { ...DEFAULTS, max_booking_advance_days: 5 });
  const late = await staff.get("/admin/settings");
  t.is(late.at("data.max_booking_advance_days"), 5);
  t.is((await book(world, client, { serviceIds: ids, days: 5, method: "cash" })).status, 201);
  await t.throwsAsync(() => book(world, client, { serviceIds: ids, days: 6, method: "cash" }), {
    message: /422/,
  });
  await staff.put("/admin/settings", { max_booking_advance_days: 30 });
});

test.serial("unknown settings and values out of range change nothing", async (t) => {
  const staff = await admin(world);
  const unsound = [
    { commission_percentage: 101 },
    { commission_percentage: "30" },
    { cancellation_fee_percentage: -1 },
    { free_cancellation_minutes: 2.5 },
    { max_booking_advance_days: -1 },
    { surge: 2 },
    { toString: 1 },
  ].map((values) => JSON.stringify(values));
  for (const values of [...unsound, "[]"]) {
    const refused = await staff.put("/admin/settings", values);
    t.is(refused.status, 422, values);
  }
  t.deepEqual((await staff.get("/admin/settings")).at("data"), DEFAULTS);
});

test.serial("the owner alone turns settings", async (t) => {
  const path = "/admin/settings";
  await refusesOthers(t, world, { method: "PUT", path, body: {}, may: ["super_admin"] });
  await refusesOthers(t, world, { method: "GET", path, may: ROLES });
});
