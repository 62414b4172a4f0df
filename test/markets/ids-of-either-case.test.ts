import test from "ava";
import type { Route } from "../../src/kernel/route.js";
import { minuteserv } from "../../src/markets/minuteserv/market.js";
import { staff } from "../operations/staff.js";
import { newMember, submitKyc } from "../world/ev-papers.js";
import type { HttpClient } from "../world/http-client.js";
import { admin, customer, newKey, pay, prepared, serviceIds } from "../world/minuteserv.js";
import { newWorker } from "../world/minuteserv-partner.js";
import { openServiceWorld, type ServiceWorld } from "../world/service.js";

let world: ServiceWorld;
let client: HttpClient;
/** A paid booking, all ids of whose order were written in capitals. */
let bookingId: string;
let gatewayPaymentId: string;

test.before(async () => {
  world = await openServiceWorld({ RATE_LIMITS: "off" });
  client = await customer(world);
  const ids = await serviceIds(client, "Facial - Minimal");
  const order = await prepared(world, client, { serviceIds: ids.map(capitals) });
  const preview_id = capitals(order.preview_id);
  const confirm = { ...order, preview_id, address_id: capitals(order.address_id) };
  const booked = await client.post("/checkout/confirm", confirm, newKey());
  bookingId = booked.text("data.booking.id");
  const paid = await pay(world, booked.text("data.payment.order_id"));
  gatewayPaymentId = paid.text("razorpay_payment_id");
});

test.after.always(() => world.close());

function capitals(id: string): string {
  return id.toUpperCase();
}

test("a booking answers to its id in capitals", async (t) => {
  const ours = await client.get(`/bookings/${capitals(bookingId)}`);
  t.is(ours.status, 200, ours.raw);
  t.deepEqual(ours.body, (await client.get(`/bookings/${bookingId}`)).body);
  const manager = await admin(world);
  const seen = await manager.get(`/admin/bookings/${capitals(bookingId)}`);
  t.is(seen.at("data.booking.id"), bookingId, seen.raw);
});

test("a payment answers to every id in capitals but to the gateway's", async (t) => {
  const payment = await client.get(`/payments/${capitals(bookingId)}/status`);
  t.is(payment.status, 200, payment.raw);
  const id = payment.text("data.payment_id");
  const byOwn = await client.get(`/payments/${capitals(id)}/status`);
  t.is(byOwn.at("data.payment_id"), id, byOwn.raw);
  t.is((await client.get(`/payments/${gatewayPaymentId}/status`)).status, 200);
  t.is((await client.get(`/payments/${capitals(gatewayPaymentId)}/status`)).status, 404);
});

test("filters and bodies of staff take capitals", async (t) => {
  const manager = await admin(world);
  const mine = await manager.get(`/admin/bookings/${bookingId}`);
  const userId = mine.text("data.user.id");
  const found = await manager.get(`/admin/bookings?user_id=${capitals(userId)}`);
  t.is(found.list("data.bookings").length, 1, found.raw);
  const { id: partner_id } = await newWorker(world);
  const body = { partner_id: capitals(partner_id), force: true };
  const path = `/admin/bookings/${capitals(bookingId)}/assign-partner`;
  const assigned = await manager.post(path, body);
  t.is(assigned.at("data.assignment.partner_id"), partner_id, assigned.raw);
  const logged = await manager.get(`/admin/audit-logs?resource_id=${capitals(bookingId)}`);
  t.true(logged.list("data.logs").length > 0, logged.raw);
});

test("finance finds streams, accounts and entries by ids in capitals", async (t) => {
  const finance = await staff(world, "finance1");
  for (const path of [
    (id: string) => `/streams/booking-${id}`,
    (id: string) => `/streams/booking-${id}/state`,
    (id: string) => `/ledger/accounts/liability:booking:${id}:escrow`,
    (id: string) => `/ledger/accounts?prefix=liability:booking:${id}`,
    (id: string) => `/ledger/entries?reference=booking:${id}`,
    (id: string) => `/ledger/entries?reference=${id}`,
    (id: string) => `/ledger/entries?account=liability:booking:${id}:escrow`,
  ]) {
    const answer = await finance.get(path(capitals(bookingId)));
    t.is(answer.status, 200, answer.raw);
    t.deepEqual(answer.body, (await finance.get(path(bookingId))).body, path("<id>"));
    t.true(answer.raw.includes(bookingId), path("<id>"));
  }
});

test("a paper answers to its address in capitals", async (t) => {
  const member = await newMember(world);
  const record = await submitKyc(member);
  const { pathname } = new URL(record.text("bank_passbook"));
  const inCapitals = pathname.replace(/[0-9a-f-]{36}/, capitals);
  t.not(inCapitals, pathname);
  const paper = await member.client.from(world.http).get(inCapitals);
  t.is(paper.status, 200, paper.raw);
});

const ID = "6d1f3c1e-5b0a-4d7e-9a57-0c8a5d2a6f11";
const named = ({ method, path }: Route) => `${method} ${path}`;

for (const route of minuteserv.routes.filter(({ path }) => path.includes("/:id"))) {
  test(`${named(route)} knows ids by their lower case`, (t) => {
    t.deepEqual(route.params.parse({ id: capitals(ID) }), { id: ID });
  });
}
