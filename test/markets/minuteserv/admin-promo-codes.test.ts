import test from "ava";
import { openServiceWorld, type ServiceWorld } from "../../world/service.js";
import { admin } from "../../world/minuteserv.js";
import { refusesOthers, ROLES, SAVE10, UNKNOWN } from "../../world/minuteserv-staff.js";

let world: ServiceWorld;

test.before(async () => {
  world = await openServiceWorld({ RATE_LIMITS: "off" });
});

test.after.always(() => world.close());

const LASTING = { ...SAVE10, valid_until: "2034-12-31T23:59:59Z" };

test("a promo code's terms change and its code stays", async (t) => {
  const staff = await admin(world);
  const id = (await staff.post("/admin/promo-codes", LASTING)).text("data.promo_code.id");
  const example = { is_active: false, valid_until: "2024-06-30T23:59:59Z" };
  const changed = await staff.put(`/admin/promo-codes/${id}`, example);
  t.is(changed.status, 200, changed.raw);
  t.is(changed.at("data.promo_code.code"), "SAVE10");
  t.is(changed.at("data.promo_code.is_active"), false);
  t.is(changed.at("data.promo_code.valid_until"), "2024-06-30T23:59:59.000Z");
  t.is(changed.at("data.promo_code.discount_value"), 10);

  const fixed = { discount_type: "fixed", discount_value: 150.5 };
  const turned = await staff.put(`/admin/promo-codes/${id}`, { ...fixed, max_discount: null });
  t.is(turned.at("data.promo_code.discount_value"), 150.5, turned.raw);

  const codes = async (query: string): Promise<readonly unknown[]> => {
    const found = await staff.get(`/admin/promo-codes${query}`);
    return (found.list("data.promo_codes") as readonly { id: string }[]).map((one) => one.id);
  };
  t.true((await codes("")).includes(id));
  t.true((await codes("?is_active=false")).includes(id));
  t.false((await codes("?is_active=true")).includes(id));
});

test("terms that no order could meet are refused", async (t) => {
  const staff = await admin(world);
  const code = { ...LASTING, code: "SOUND" };
  const id = (await staff.post("/admin/promo-codes", code)).text("data.promo_code.id");
  const unsound = [
    { discount_value: 101 },
    { discount_value: -1 },
    { discount_type: "fixed" },
    { valid_until: "2023-01-01T00:00:00Z" },
    { total_usage_limit: 0 },
    { is_active: "no" },
  ];
  for (const body of unsound) {
    const refused = await staff.put(`/admin/promo-codes/${id}`, body);
    t.is(refused.status, 422, JSON.stringify(body));
  }
  const early = await staff.put(`/admin/promo-codes/${id}`, {
    valid_until: "2023-01-01T00:00:00Z",
  });
  t.is(early.at("error.details.0.field"), "valid_until", early.raw);
  t.is((await staff.put(`/admin/promo-codes/${UNKNOWN}`, {})).status, 404);
});

test("promo codes are for managers to change and for all staff to see", async (t) => {
  const path = `/admin/promo-codes/${UNKNOWN}`;
  await refusesOthers(t, world, { method: "PUT", path, body: {}, may: ["super_admin", "admin"] });
  await refusesOthers(t, world, { method: "GET", path: "/admin/promo-codes", may: ROLES });
});
