import test from "ava";
import type { HttpClient } from "../world/http-client.js";
import { book, customer, pay, serviceIds } from "../world/minuteserv.js";
import { openServiceWorld, type ServiceWorld } from "../world/service.js";
import { everyPage, logIn, staff } from "./staff.js";

let world: ServiceWorld;
let finance: HttpClient;
/** One booking each whose payment is contested, by how it stands. */
const bookingOf: Record<string, { readonly id: string; readonly total: string }> = {};

test.before(async () => {
  world = await openServiceWorld({ RATE_LIMITS: "off" });
  const client = await customer(world);
  const ids = await serviceIds(client, "Facial - Minimal");
  for (const standing of ["open", "won", "lost"]) {
    const booked = await book(world, client, { serviceIds: ids });
    const paid = await pay(world, booked.text("data.payment.order_id"));
    const path = `/sandbox/razorpay/payments/${paid.text("razorpay_payment_id")}/dispute`;
    const told = await world.http.post(path, { outcome: standing });
    if (told.status !== 200) throw new Error(told.raw);
    const total = booked.number("data.booking.grand_total").toFixed(2);
    bookingOf[standing] = { id: booked.text("data.booking.id"), total };
  }
  finance = await staff(world, "finance1");
});

test.after.always(() => world.close());

test("staff see every chargeback as it stands, the latest first", async (t) => {
  const all = await finance.get("/chargebacks");
  t.is(all.status, 200, all.raw);
  t.is(all.list("chargebacks").length, 3);
  for (const standing of ["open", "won", "lost"]) {
    const found = await finance.get(`/chargebacks?standing=${standing}&marketplace=minuteserv`);
    t.is(found.list("chargebacks").length, 1, found.raw);
    t.is(found.at("chargebacks.0.booking_id"), bookingOf[standing]?.id);
    t.is(found.at("chargebacks.0.amount"), bookingOf[standing]?.total);
    const loss = standing === "lost" ? bookingOf[standing]?.total : "0.00";
    t.is(found.at("chargebacks.0.loss"), loss);
    t.is(found.at("chargebacks.0.decided_at") === null, standing === "open");
  }
});

test("they come page by page, and by booking and time", async (t) => {
  const pages = await everyPage(finance, "/chargebacks", "chargebacks");
  const all = await finance.get("/chargebacks");
  t.deepEqual(pages, all.list("chargebacks"));
  const one = await finance.get(`/chargebacks?booking_id=${bookingOf["won"]?.id}`);
  t.is(one.list("chargebacks").length, 1);
  t.is((await finance.get("/chargebacks?from=2999-01-01")).list("chargebacks").length, 0);
  t.is((await finance.get("/chargebacks?to=2000-01-01")).list("chargebacks").length, 0);
});

test("nobody else sees them, and nonsense is refused", async (t) => {
  t.is((await world.http.get("/operations/chargebacks")).status, 401);
  const office = await logIn(world, "support1");
  t.true([401, 403].includes(office.status), office.raw);
  for (const query of ["standing=perhaps", "limit=0", "limit=201", "cursor=x", "from=soon"]) {
    t.is((await finance.get(`/chargebacks?${query}`)).status, 422, query);
  }
});
