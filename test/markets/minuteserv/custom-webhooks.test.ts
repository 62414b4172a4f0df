import { createHmac } from "node:crypto";
import test, { type ExecutionContext } from "ava";
import { SANDBOX_SECRETS } from "../../../src/config/sandbox-secrets.js";
import {
  listenForWebhooks,
  type HeardWebhook,
  type WebhookListener,
} from "../../platform/gateways/webhook-listener.js";
import { eventually } from "../../world/eventually.js";
import { admin, customer } from "../../world/minuteserv.js";
import { bookInCash, newWorker } from "../../world/minuteserv-partner.js";
import { staff } from "../../operations/staff.js";
import { openServiceWorld, type ServiceWorld } from "../../world/service.js";

interface Told {
  readonly id: string;
  readonly event: string;
  readonly occurred_at: string;
  readonly data: Readonly<Record<string, unknown>>;
}

const told = ({ body }: HeardWebhook): Told => JSON.parse(body.toString()) as Told;

/** What fails here is meant to. */
const QUIET = { RATE_LIMITS: "off", LOG_LEVEL: "fatal" };

let world: ServiceWorld;
let hearing: WebhookListener;
let failing: WebhookListener;

test.before(async () => {
  hearing = await listenForWebhooks();
  failing = await listenForWebhooks();
  const urls = [failing.url, hearing.url];
  world = await openServiceWorld({ ...QUIET, WEBHOOK_URLS: urls.join(", ") });
});

test.after.always(async () => {
  await world.close();
  await Promise.all([hearing.close(), failing.close()]);
});

/** What a listener was told of a booking and took, once there is so much of it. */
function heardOf(listener: WebhookListener, id: string, count: number) {
  return eventually(`${count} webhooks of ${id}`, async () => {
    const heard = listener.heard.filter((each) => told(each).data["booking_id"] === id);
    return heard.length >= count ? heard : undefined;
  });
}

function assertSigned(t: ExecutionContext, { headers, body }: HeardWebhook) {
  const timestamp = String(headers["x-webhook-timestamp"]);
  t.true(Math.abs(Number(timestamp) * 1_000 - Date.now()) < 600_000, "real time, in seconds");
  const expected = createHmac("sha256", SANDBOX_SECRETS.WEBHOOK_SECRET)
    .update(`${timestamp}.`)
    .update(body)
    .digest("hex");
  t.is(headers["x-webhook-signature"], `sha256=${expected}`);
  t.is(headers["x-webhook-event"], told({ headers, body }).event);
}

test.serial("a booking's life is told, signed, in order and once", async (t) => {
  const worker = await newWorker(world);
  const client = await customer(world);
  const id = await bookInCash(world, client);
  const desk = await admin(world);
  await desk.post(`/admin/bookings/${id}/assign-partner`, { partner_id: worker.id });
  await worker.client.post(`/partner/bookings/${id}/accept`);
  await worker.client.post(`/partner/bookings/${id}/complete`, {});
  const heard = await heardOf(hearing, id, 5);
  const words = heard.map((each) => told(each).event);
  t.deepEqual(words, [
    "booking.created",
    "partner.assigned",
    "partner.accepted",
    "booking.confirmed",
    "booking.completed",
  ]);
  for (const each of heard) assertSigned(t, each);
  const [created, assigned] = heard.map(told);
  t.regex(String(created?.data["booking_number"]), /^BK-/);
  t.is(created?.data["partner_id"], null);
  t.is(assigned?.data["partner_id"], worker.id);
  t.is(new Set(heard.map(({ headers }) => headers["x-webhook-delivery"])).size, 5);
  t.is(new Set(heard.map((each) => told(each).id)).size, 5);
});

test.serial("what staff confirm is confirmed once, and a cancellation is told", async (t) => {
  const client = await customer(world);
  const id = await bookInCash(world, client);
  const desk = await admin(world);
  await desk.patch(`/admin/bookings/${id}/status`, { status: "confirmed" });
  await client.post(`/bookings/${id}/cancel`, { reason: "Change of plans" });
  const heard = (await heardOf(hearing, id, 3)).map(told);
  t.deepEqual(
    heard.map(({ event }) => event),
    ["booking.created", "booking.confirmed", "booking.cancelled"],
  );
  t.like(heard[2]?.data, { status: "cancelled", cancelled_by: "customer", refund_amount: 0 });
});

test.serial("what is refused is tried again in order, and told once it is taken", async (t) => {
  failing.status = 500;
  const client = await customer(world);
  const id = await bookInCash(world, client);
  await client.post(`/bookings/${id}/cancel`, { reason: "Change of plans" });
  await heardOf(failing, id, 2);
  failing.status = 204;
  const heard = await eventually("the end is told", async () => {
    await world.http.post("/sandbox/clock", { advance_seconds: 900 });
    const all = await heardOf(failing, id, 1);
    return all.some((each) => told(each).event === "booking.cancelled") ? all : undefined;
  });
  const words = heard.map((each) => told(each).event);
  t.true(words.length >= 3);
  t.deepEqual(words.slice(0, -1), words.slice(0, -1).fill("booking.created"), "in order");
  const ids = heard.slice(0, -1).map(({ headers }) => headers["x-webhook-delivery"]);
  t.is(new Set(ids).size, 1, "every try has the same delivery id");
  await world.http.post("/sandbox/clock", { advance_seconds: 3_600 });
  t.is((await heardOf(failing, id, 1)).length, words.length, "nothing is told again");
});

test.serial("a redirect is not followed", async (t) => {
  failing.status = 307;
  const client = await customer(world);
  const id = await bookInCash(world, client);
  const before = await heardOf(failing, id, 1);
  t.is(before.length, 1);
  await eventually("the refusal is noted", async () => {
    const webhooks = (await world.http.get("/sandbox/webhooks")).list("webhooks");
    const statuses = webhooks.map((each) => (each as { last_status: number | null }).last_status);
    return statuses.includes(307) ? true : undefined;
  });
  failing.status = 200;
});

test.serial("what was given up waits for staff, who let it go out again", async (t) => {
  failing.status = 503;
  const client = await customer(world);
  const id = await bookInCash(world, client);
  const host = new URL(failing.url).host;
  const parked = await eventually("given up", async () => {
    await world.http.post("/sandbox/clock", { advance_seconds: 900 });
    const stuck = await (await staff(world, "admin1")).get("/stuck");
    const all = stuck.list("reactions") as readonly {
      readonly process: string;
      readonly key: string;
      readonly stream: string;
    }[];
    return all.find(({ process, stream }) => process.includes(host) && stream.includes(id));
  });
  const tries = (await heardOf(failing, id, 1)).length;
  failing.status = 200;
  const { process, key } = parked;
  const hand = await staff(world, "admin1");
  t.is((await hand.post("/stuck/reactions/retry", { process, key })).status, 202);
  t.is((await heardOf(failing, id, tries + 1)).length, tries + 1);
});
