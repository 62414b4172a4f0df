import test from "ava";
import type { HttpClient } from "../../../world/http-client.js";
import { admin, customer, HOME } from "../../../world/minuteserv.js";
import {
  bookBoth,
  openDocumentWorld,
  type DocumentWorld,
} from "../../../world/minuteserv-document.js";
import { ratedWorker, type Worker } from "../../../world/minuteserv-partner.js";

let scene: DocumentWorld;
/** Near the customer, rated and free: one more than the flow asks. */
let workers: readonly Worker[];

test.before(async () => {
  scene = await openDocumentWorld();
  const found: Worker[] = [];
  for (let count = 0; count < 4; count += 1) found.push(await ratedWorker(scene.world, HOME));
  workers = found;
});

test.after.always(() => scene.world.close());

const dispatcher = () => scene.nobody.as("internal-test-key");

async function holderOf(client: HttpClient, id: string): Promise<Worker | undefined> {
  const seen = await client.get(`/bookings/${id}`);
  return workers.find((worker) => worker.id === seen.at("data.partner.id"));
}

async function waits(id: string): Promise<boolean> {
  const queue = await dispatcher().get("/internal/assignments/queue?status=queued");
  return queue.raw.includes(id);
}

test.serial("a rejection passes the booking to the next partner, who accepts", async (t) => {
  const client = await customer(scene.world);
  const booked = await bookBoth(scene, client, { method: "cash", days: 5 });
  const id = booked.text("data.booking.id");
  const first = await holderOf(client, id);
  await first?.client.post(`/partner/bookings/${id}/reject`, { reason: "Too far from location" });
  const second = await holderOf(client, id);
  t.truthy(second);
  t.not(second?.id, first?.id);
  const accepted = await second?.client.post(`/partner/bookings/${id}/accept`);
  t.is(accepted?.at("data.status"), "confirmed");
});

test.serial("three offers of 15 minutes each go by, then staff decide", async (t) => {
  const { world } = scene;
  const phone = "+919000000001";
  const booked = await bookBoth(scene, await customer(world, phone), { method: "cash", days: 6 });
  const id = booked.text("data.booking.id");
  const asked = new Set<string>();
  for (const offer of [1, 2, 3]) {
    const holder = await holderOf(await customer(world, phone), id);
    t.truthy(holder, `offer ${offer}`);
    asked.add(holder?.id ?? "");
    t.is(await waits(id), false);
    await world.http.post("/sandbox/clock", { advance_seconds: 901 });
  }
  t.is(asked.size, 3, "nobody was asked twice");
  t.is(await holderOf(await customer(world, phone), id), undefined, "the fourth was not asked");
  t.true(await waits(id));
  const staff = await admin(world);
  const dashboard = await staff.get("/admin/dashboard");
  t.deepEqual(dashboard.at("data.alerts"), [{ type: "manual_assignment", count: 1 }]);

  const [chosen] = workers;
  const byHand = { partner_id: chosen?.id, force: true };
  const assigned = await staff.post(`/admin/bookings/${id}/assign-partner`, byHand);
  t.is(assigned.at("data.assignment.status"), "assigned");
  t.false(await waits(id));
});
