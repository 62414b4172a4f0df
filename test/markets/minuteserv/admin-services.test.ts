import test from "ava";
import { openServiceWorld, type ServiceWorld } from "../../world/service.js";
import { admin, customer } from "../../world/minuteserv.js";
import { refusesOthers, UNKNOWN } from "../../world/minuteserv-staff.js";

let world: ServiceWorld;

test.before(async () => {
  world = await openServiceWorld({ RATE_LIMITS: "off" });
});

test.after.always(() => world.close());

const PEDICURE = {
  name: "Pedicure - Minimal",
  description: "Complete pedicure...",
  category: "Nail",
  service_type: "Pedicure",
  tier: "Minimal",
  product_cost: 1000,
  market_price: 1200,
  image_url: "https://images.minuteserv.com/pedicure.jpg",
};

test("a service is changed, listed and taken off the catalogue", async (t) => {
  const staff = await admin(world);
  const added = await staff.post("/admin/services", { ...PEDICURE, duration_minutes: 45 });
  const id = added.text("data.service.id");
  const example = { product_cost: 1100, market_price: 1300, is_active: true };
  const changed = await staff.put(`/admin/services/${id}`, example);
  t.is(changed.status, 200, changed.raw);
  t.is(changed.at("data.service.product_cost"), 1100);
  t.is(changed.at("data.service.market_price"), 1300);
  t.is(changed.at("data.service.duration_minutes"), 45, "what is left out stays");
  t.is(changed.at("data.service.name"), PEDICURE.name);

  const gone = await staff.delete(`/admin/services/${id}`);
  t.deepEqual(gone.body, { success: true, message: "Service deleted successfully" });
  const client = await customer(world);
  t.is((await client.get(`/services/${id}`)).status, 404);

  const ids = async (query: string): Promise<readonly unknown[]> => {
    const found = await staff.get(`/admin/services?${query}`);
    t.is(found.status, 200, found.raw);
    return (found.list("data.services") as readonly { id: string }[]).map((one) => one.id);
  };
  t.true((await ids("category=Nail&tier=Minimal")).includes(id), "inactive ones are shown");
  t.true((await ids("is_active=false")).includes(id));
  t.false((await ids("is_active=true")).includes(id));
  t.false((await ids("category=Hair")).includes(id));

  const back = await staff.put(`/admin/services/${id}`, { is_active: true });
  t.is(back.at("data.service.is_active"), true);
  t.is((await client.get(`/services/${id}`)).status, 200);
});

test("nonsense about services is refused", async (t) => {
  const staff = await admin(world);
  const id = (await staff.get("/admin/services")).text("data.services.0.id");
  for (const body of [{ product_cost: -1 }, { tier: "Gold" }, { duration_minutes: 0 }, []]) {
    const refused = await staff.put(`/admin/services/${id}`, body);
    t.is(refused.status, 422, JSON.stringify(body));
  }
  t.is((await staff.put(`/admin/services/${UNKNOWN}`, { product_cost: 1 })).status, 404);
  t.is((await staff.delete(`/admin/services/${UNKNOWN}`)).status, 404);
  t.is((await staff.delete("/admin/services/none")).status, 404);
  t.is((await staff.get("/admin/services?is_active=perhaps")).status, 422);
});

test("services are for managers to change and for all staff to see", async (t) => {
  const path = `/admin/services/${UNKNOWN}`;
  const may = ["super_admin", "admin"] as const;
  await refusesOthers(t, world, { method: "PUT", path, body: {}, may });
  await refusesOthers(t, world, { method: "DELETE", path, may });
  const all = ["super_admin", "admin", "support", "finance"] as const;
  await refusesOthers(t, world, { method: "GET", path: "/admin/services", may: all });
});
