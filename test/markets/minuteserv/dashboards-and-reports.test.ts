import test from "ava";
import { openServiceWorld, type ServiceWorld } from "../../world/service.js";
import { admin, BASE, book, customer, dayAhead, pay, serviceIds } from "../../world/minuteserv.js";
import {
  acceptedBooking,
  newPartner,
  signIn,
  type Hired,
} from "../../world/minuteserv-partners.js";
import { refusesOthers, ROLES } from "../../world/minuteserv-staff.js";

let world: ServiceWorld;

test.before(async () => {
  world = await openServiceWorld({ RATE_LIMITS: "off" });
  await dayOfBusiness();
});

test.after.always(() => world.close());

let hired: Hired;
let total: number;

/** One completed and rated, one refunded after that, one cancelled, one confirmed, two unpaid. */
async function dayOfBusiness(): Promise<void> {
  const known = await newPartner(world);
  const partner = { id: known.id, client: await signIn(world, known.phone) };
  const client = await customer(world);
  const staff = await admin(world);
  const online = { method: "online" } as const;
  const completed = await acceptedBooking(world, client, partner, { days: 2, ...online });
  await partner.client.post(`/partner/bookings/${completed}/complete`, {});
  await client.post(`/bookings/${completed}/rate`, { rating: 4, feedback: "Good" });
  const refunded = await acceptedBooking(world, client, partner, { days: 3, ...online });
  await partner.client.post(`/partner/bookings/${refunded}/complete`, {});
  await staff.patch(`/admin/bookings/${refunded}/status`, { status: "refunded" });
  const cancelled = await acceptedBooking(world, client, partner, { days: 4, ...online });
  await client.post(`/bookings/${cancelled}/cancel`, { reason: "Change of plans" });
  await acceptedBooking(world, client, partner, { days: 5 });
  const ids = await serviceIds(client, "Facial - Minimal");
  const failed = await book(world, client, { serviceIds: ids, days: 6 });
  await pay(world, failed.text("data.payment.order_id"), { outcome: "failed" });
  await book(world, client, { serviceIds: ids, days: 7 });
  hired = partner;
  total = (await client.get(`/bookings/${completed}`)).number("data.grand_total");
}

test("the admin's dashboard counts every booking once", async (t) => {
  const staff = await admin(world, "finance");
  const seen = await staff.get("/admin/dashboard");
  t.is(seen.status, 200, seen.raw);
  t.deepEqual(seen.at("data.stats"), {
    total_bookings: 6,
    pending_bookings: 2,
    confirmed_bookings: 1,
    completed_bookings: 1,
    cancelled_bookings: 2,
    total_revenue: total,
    today_revenue: 0,
    active_partners: 1,
    total_partners: 1,
    pending_payouts: Math.round(total * 70) / 100,
  });
  t.is(seen.list("data.recent_bookings").length, 5);
  t.is(seen.at("data.recent_partners.0.id"), hired.id);
  t.deepEqual(seen.at("data.alerts"), [{ type: "payment_failed", count: 1 }]);
  await refusesOthers(t, world, { method: "GET", path: "/admin/dashboard", may: ROLES });
});

test("the totals that are folded are those that counting gives", async (t) => {
  const { database } = world.service.foundation;
  const [counted] = await database.rows(
    `SELECT count(*) AS bookings, count(*) FILTER (WHERE status = 'completed') AS completed,
            count(*) FILTER (WHERE status IN ('cancelled', 'refunded')) AS cancelled,
            COALESCE(sum(total - COALESCE(refund_amount, 0))
              FILTER (WHERE payment_status IN ('paid', 'partially_refunded')), 0)::bigint
              AS revenue,
            (SELECT count(*) FROM partners) AS partners,
            (SELECT sum(pending_payout)::bigint FROM partners) AS owed
       FROM bookings WHERE marketplace = 'minuteserv'`,
  );
  const [folded] = await database.rows(
    `SELECT t.*, c.* FROM market_totals t, LATERAL (
       SELECT sum(placed + open + confirmed + in_progress + completed + cancelled + refunded)
                ::bigint AS bookings,
              sum(completed)::bigint AS completed, sum(cancelled + refunded)::bigint AS cancelled
         FROM booking_days WHERE marketplace = t.marketplace AND day_of = 'visit') c`,
  );
  t.deepEqual(folded, { marketplace: "minuteserv", ...counted });
});

test("the partner's dashboard shows what was earned and what is next", async (t) => {
  const seen = await hired.client.get("/partner/dashboard");
  t.deepEqual(
    seen.at("data.stats"),
    {
      total_bookings: 4,
      pending_bookings: 0,
      today_bookings: 0,
      completed_bookings: 2,
      total_earnings: Math.round(total * 70) / 100,
      pending_payout: Math.round(total * 70) / 100,
      rating: 4,
    },
    seen.raw,
  );
  t.is(seen.list("data.upcoming_bookings").length, 1);
  t.is(seen.list("data.recent_earnings").length, 2);
  t.is((await world.http.at(BASE).get("/partner/dashboard")).status, 401);
  t.is((await (await customer(world)).get("/partner/dashboard")).status, 403);
});

test("the revenue report adds up, by day, week and month", async (t) => {
  const staff = await admin(world);
  const [from, to] = [await dayAhead(world, 0), await dayAhead(world, 30)];
  for (const unit of ["day", "week", "month"]) {
    const query = `date_from=${from}&date_to=${to}&group_by=${unit}`;
    const report = await staff.get(`/admin/analytics/revenue?${query}`);
    t.is(report.at("data.total_revenue"), total, report.raw);
    t.is(report.at("data.total_bookings"), 1);
    t.is(report.at("data.average_order_value"), total);
    t.is(report.list("data.breakdown").length, 1);
    t.is(report.at("data.breakdown.0.revenue"), total);
  }
  const daily = await staff.get(`/admin/analytics/revenue?date_from=${from}&date_to=${to}`);
  t.is(daily.at("data.breakdown.0.date"), await dayAhead(world, 2));
});

test("partners' performance and services' popularity are reported", async (t) => {
  const staff = await admin(world);
  const period = `date_from=${await dayAhead(world, 0)}&date_to=${await dayAhead(world, 30)}`;
  const path = "/admin/analytics/partner-performance";
  const expected = [
    {
      partner_id: hired.id,
      partner_name: "Asha Rao",
      total_bookings: 4,
      completed_bookings: 2,
      cancelled_bookings: 1,
      total_earnings: Math.round(total * 70) / 100,
      average_rating: 4,
      cancellation_rate: 25,
    },
  ];
  const performance = await staff.get(`${path}?${period}`);
  t.deepEqual(performance.at("data.partners"), expected, performance.raw);
  const own = await staff.get(`${path}?${period}&partner_id=${hired.id}`);
  t.deepEqual(own.at("data.partners"), expected);
  const past = "date_from=2024-01-01&date_to=2024-01-31";
  t.deepEqual((await staff.get(`${path}?${past}`)).at("data.partners"), []);

  const popular = await staff.get(`/admin/analytics/service-popularity?${period}`);
  t.is(popular.at("data.services.0.service_name"), "Facial - Minimal", popular.raw);
  t.is(popular.at("data.services.0.total_bookings"), 2);
  t.is(popular.at("data.services.0.total_revenue"), 2000);
  t.is(popular.at("data.services.0.average_rating"), 4);
});

test("a report needs both days, in order, and a bookkeeper", async (t) => {
  const staff = await admin(world);
  const may = ["super_admin", "admin", "finance"] as const;
  for (const name of ["revenue", "partner-performance", "service-popularity"]) {
    const path = `/admin/analytics/${name}`;
    for (const query of [
      "",
      "date_from=2024-01-01",
      "date_from=2024-01-32&date_to=2024-02-01",
      "date_from=2024-02-01&date_to=2024-01-01",
    ]) {
      t.is((await staff.get(`${path}?${query}`)).status, 422, `${name}?${query}`);
    }
    await refusesOthers(t, world, {
      method: "GET",
      path: `${path}?date_from=2024-01-01&date_to=2024-01-31`,
      may,
    });
  }
  const unit = "date_from=2024-01-01&date_to=2024-01-31&group_by=year";
  t.is((await staff.get(`/admin/analytics/revenue?${unit}`)).status, 422);
});
