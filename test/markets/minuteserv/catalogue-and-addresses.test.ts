import test from "ava";
import type { HttpClient } from "../../world/http-client.js";
import { admin, customer, HOME, serviceIds } from "../../world/minuteserv.js";
import { openServiceWorld, type ServiceWorld } from "../../world/service.js";

let world: ServiceWorld;

test.before(async () => {
  world = await openServiceWorld({ RATE_LIMITS: "off" });
});

test.after.always(() => world.close());

interface Card {
  readonly id: string;
  readonly category: string;
  readonly tier: string;
}

test("the catalogue lists services by category and flat, filtered when asked", async (t) => {
  const client = await customer(world);
  const whole = await client.get("/services/catalog");
  t.is(whole.status, 200);
  t.is(whole.at("success"), true);
  const cards = whole.list("data.all_services") as readonly Card[];
  const grouped = Object.values(whole.at("data.categories") as Record<string, Card[]>).flat();
  t.is(grouped.length, cards.length);
  const both = await client.get("/services/catalog?category=Facial&tier=Minimal");
  const found = both.list("data.all_services") as readonly Card[];
  t.true(found.length > 0);
  t.true(found.every(({ category, tier }) => category === "Facial" && tier === "Minimal"));
  const none = await client.get("/services/catalog?category=Nothing");
  t.deepEqual(none.at("data.categories"), {});
});

test("one service is shown with its description", async (t) => {
  const client = await customer(world);
  const [id = ""] = await serviceIds(client, "Facial - Minimal");
  const service = await client.get(`/services/${id}`);
  t.like(service.at("data"), {
    id,
    name: "Facial - Minimal",
    product_cost: 1000,
    market_price: 1200,
    duration_minutes: 60,
  });
  t.is(typeof service.at("data.description"), "string");
});

test("no name of a category breaks the catalogue", async (t) => {
  const staff = await admin(world, "manager");
  const client = await customer(world);
  for (const category of ["__proto__", "constructor", "toString"]) {
    const body = { category, service_type: "Odd", tier: "Minimal", product_cost: 1 };
    t.is((await staff.post("/admin/services", { ...body, name: category })).status, 201);
    const found = await client.get(`/services/catalog?category=${category}`);
    t.is(found.status, 200, found.raw);
    t.is(found.list("data.all_services").length, 1);
    t.true(found.raw.includes(`"categories":{"${category}":[{`), found.raw);
  }
});

test("a service that staff create is in the catalogue at once", async (t) => {
  const staff = await admin(world, "manager");
  const body = {
    name: "Pedicure - Minimal",
    category: "Feet",
    service_type: "Pedicure",
    tier: "Minimal",
    product_cost: 799.5,
  };
  const made = await staff.post("/admin/services", body);
  t.is(made.status, 201, made.raw);
  t.like(made.at("data.service"), {
    ...body,
    market_price: null,
    duration_minutes: 60,
    image_url: null,
    is_active: true,
  });
  const client = await customer(world);
  const feet = await client.get("/services/catalog?category=Feet");
  t.is(feet.at("data.all_services.0.product_cost"), 799.5);
  for (const change of [{ product_cost: -1 }, { tier: "Golden" }, { product_cost: 1.001 }]) {
    const refused = await staff.post("/admin/services", { ...body, ...change });
    t.is(refused.status, 422, JSON.stringify(change));
  }
});

test("an address is kept, changed, made the default and removed", async (t) => {
  const client = await customer(world);
  const first = await client.post("/users/addresses", HOME);
  t.is(first.status, 201, first.raw);
  t.like(first.at("data"), { ...HOME, is_default: true });
  const second = await client.post("/users/addresses", { ...HOME, name: "Office" });
  t.is(second.at("data.is_default"), false);
  const id = second.text("data.id");
  const changed = await client.put(`/users/addresses/${id}`, { address_line1: "456 Park Ave" });
  t.like(changed.at("data"), { name: "Office", address_line1: "456 Park Ave", city: "Kolkata" });
  const set = await client.patch(`/users/addresses/${id}/set-default`);
  t.deepEqual(set.body, { success: true, message: "Default address updated" });
  const defaults = await defaultsOf(client);
  t.deepEqual(defaults, [id]);
  const gone = await client.delete(`/users/addresses/${id}`);
  t.deepEqual(gone.body, { success: true, message: "Address deleted successfully" });
  t.deepEqual(await defaultsOf(client), [first.text("data.id")]);
  t.is((await client.delete(`/users/addresses/${id}`)).status, 404);
});

async function defaultsOf(client: HttpClient): Promise<readonly string[]> {
  const all = (await client.get("/users/addresses")).list("data");
  const known = all as readonly { readonly id: string; readonly is_default: boolean }[];
  return known.filter(({ is_default }) => is_default).map(({ id }) => id);
}

test("another customer's address does not exist", async (t) => {
  const owner = await customer(world);
  const id = (await owner.post("/users/addresses", HOME)).text("data.id");
  const stranger = await customer(world);
  t.is((await stranger.put(`/users/addresses/${id}`, { name: "Mine" })).status, 404);
  t.is((await stranger.patch(`/users/addresses/${id}/set-default`)).status, 404);
  t.is((await stranger.delete(`/users/addresses/${id}`)).status, 404);
  t.is((await owner.get("/users/addresses")).at("data.0.name"), "Home");
});

test("an address with a hostile or missing field is refused, or kept as text", async (t) => {
  const client = await customer(world);
  for (const change of [{ pincode: "" }, { lat: 91 }, { name: "x".repeat(101) }, { city: null }]) {
    const refused = await client.post("/users/addresses", { ...HOME, ...change });
    t.is(refused.status, 422, JSON.stringify(change));
  }
  const name = "<script>alert(1)</script>'; DROP TABLE bookings;--";
  const kept = await client.post("/users/addresses", { ...HOME, name });
  t.is(kept.at("data.name"), name);
});
