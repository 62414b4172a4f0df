import test from "ava";
import type { HttpClient } from "../../world/http-client.js";
import { dayAhead, serviceIds } from "../../world/minuteserv.js";
import { bookInCash, customerAt, newPlace, ratedWorker } from "../../world/minuteserv-partner.js";
import { openServiceWorld, type ServiceWorld } from "../../world/service.js";

let world: ServiceWorld;

test.before(async () => {
  world = await openServiceWorld({ RATE_LIMITS: "off" });
});

test.after.always(() => world.close());

async function slots(client: HttpClient, days: number, withAddress = true) {
  const address_id = (await client.get("/users/addresses")).text("data.0.id");
  const prepared = await client.post("/checkout/prepare", {
    service_ids: await serviceIds(client, "Facial - Minimal"),
    booking_date: await dayAhead(world, days),
    ...(withAddress ? { address_id } : {}),
  });
  return prepared.list("data.available_time_slots");
}

test("slots are those for which a partner near the address is free", async (t) => {
  const place = newPlace();
  const client = await customerAt(world, place);
  const all = await slots(client, 7);
  t.is(all.length > 10, true, "nobody serves here, so staff will find somebody");
  const worker = await ratedWorker(world, place);
  const days = [1, 2, 3, 4, 5, 6, 7];
  const hours = { start: "10:00", end: "16:00", days };
  t.is((await worker.client.put("/partner/working-hours", { working_hours: hours })).status, 200);
  const during = await slots(client, 7);
  t.is(during[0], "10:00 AM", "not before the partner's day begins");
  t.deepEqual(await slots(client, 7, false), all, "without an address nobody can tell");

  await bookInCash(world, client, { days: 7, time: "10:00 AM" });
  const left = await slots(client, 7);
  t.false(left.includes("10:00 AM"), "the partner is offered that visit");
  t.true(left.includes("02:00 PM"));
  t.true((await slots(client, 8)).includes("10:00 AM"), "another day is free");

  const other = await customerAt(world, place);
  const id = await bookInCash(world, other, { days: 7, time: "10:00 AM" });
  const status = (await other.get(`/bookings/${id}`)).at("data.status");
  t.is(status, "partner_assigned", "who insists is left to manual assignment");
});
