import test from "ava";
import { book, customer, newPhone, pay, serviceIds } from "../world/minuteserv.js";
import type { HttpClient } from "../world/http-client.js";
import { eventually } from "../world/eventually.js";
import { openServiceWorld, type ServiceWorld } from "../world/service.js";
import { everyPage, staff } from "./staff.js";

let world: ServiceWorld;
let finance: HttpClient;
let bookingId: string;
let gatewayPaymentId: string;
/** Business time between the payment and its cancellation. */
let between: string;

/** One booking, paid and a day later cancelled with a fee of ten percent. */
test.before(async () => {
  world = await openServiceWorld({ RATE_LIMITS: "off" });
  const phone = newPhone();
  const client = await customer(world, phone);
  const serviceIdsOf = await serviceIds(client, "Facial - Minimal");
  const booked = await book(world, client, { serviceIds: serviceIdsOf, days: 5 });
  bookingId = booked.text("data.booking.id");
  const paid = await pay(world, booked.text("data.payment.order_id"));
  gatewayPaymentId = paid.text("razorpay_payment_id");
  await world.http.post("/sandbox/clock", { advance_seconds: 43_200 });
  between = (await world.http.get("/sandbox/clock")).text("now");
  await world.http.post("/sandbox/clock", { advance_seconds: 43_200 });
  // The first session is too old by now.
  const later = await customer(world, phone);
  const reason = { reason: "Change of plans" };
  const cancelled = await later.post(`/bookings/${bookingId}/cancel`, reason);
  if (cancelled.status !== 200) throw new Error(cancelled.raw);
  finance = await staff(world, "finance1");
  await world.http.post("/sandbox/jobs/refunds");
  await eventually("the confirmed refund in the journal", async () => {
    const entries = await finance.get(`/ledger/entries?reference=${bookingId}`);
    return entries.raw.includes("RefundConfirmed") ? entries : undefined;
  });
});

test.after.always(() => world.close());

interface Line {
  readonly account: string;
  readonly debit: string;
  readonly credit: string;
}

function lines(entry: unknown): string[][] {
  const { lines: all } = entry as { lines: readonly Line[] };
  return all.map(({ account, debit, credit }) => [account, debit, credit]);
}

function escrow(): string {
  return `liability:booking:${bookingId}:escrow`;
}

test("the entries of a booking tell where its money went", async (t) => {
  const found = await finance.get(`/ledger/entries?reference=booking:${bookingId}`);
  t.is(found.status, 200, found.raw);
  const entries = found.list("entries");
  t.is(found.at("entries.0.event.type"), "PaymentCaptured");
  t.is(found.at("entries.0.description"), "Payment captured");
  t.is(found.at("entries.0.marketplace"), "minuteserv");
  t.true(found.list("entries.0.references").includes(`razorpay:${gatewayPaymentId}`));
  const total = found.text("entries.0.lines.0.debit");
  t.deepEqual(lines(entries[0]), [
    ["asset:gateway:razorpay:clearing", total, "0.00"],
    [escrow(), "0.00", total],
  ]);
  t.is(found.at("entries.1.event.type"), "BookingCancelled");
  const fee = (Number(total) / 10).toFixed(2);
  t.deepEqual(lines(entries[1]), [
    [escrow(), total, "0.00"],
    ["liability:refund:razorpay:in_transit", "0.00", (Number(total) - Number(fee)).toFixed(2)],
    ["revenue:cancellation_fee", "0.00", fee],
  ]);
  t.is(found.at("entries.1.lines.0.balance"), "0.00");
  t.is(found.at("entries.2.event.type"), "RefundConfirmed");
});

test("an entry is found by a bare id, by the gateway's, by account and by time", async (t) => {
  for (const query of [
    `reference=${bookingId}`,
    `reference=${gatewayPaymentId}`,
    `account=${escrow()}&to=${between}`,
    `account=asset:gateway:razorpay:clearing&from=2000-01-01&limit=1`,
  ]) {
    const found = await finance.get(`/ledger/entries?${query}`);
    t.is(found.at("entries.0.event.type"), "PaymentCaptured", `${query} ${found.raw}`);
  }
  const later = await finance.get(`/ledger/entries?account=${escrow()}&from=${between}`);
  t.is(later.at("entries.0.event.type"), "BookingCancelled");
  t.is(later.list("entries").length, 1);
  const none = await finance.get("/ledger/entries?reference=booking:nothing");
  t.deepEqual(none.body, { entries: [], next_cursor: null });
});

test("entries come page by page, in either order", async (t) => {
  const whole = await finance.get("/ledger/entries?limit=200");
  const wanted = ids(whole.list("entries"));
  t.true(wanted.length >= 2);
  for (const order of ["asc", "desc"]) {
    const seen = await everyPage(finance, `/ledger/entries?order=${order}`, "entries");
    t.deepEqual(ids(seen), order === "asc" ? wanted : wanted.toReversed());
  }
});

function ids(entries: readonly unknown[]): string[] {
  return entries.map((entry) => (entry as { id: string }).id);
}

test("accounts are listed with balances, by class and prefix, page by page", async (t) => {
  const all = await finance.get("/ledger/accounts");
  const addresses = all.list("accounts").map((one) => (one as { address: string }).address);
  t.deepEqual(addresses, addresses.toSorted());
  t.true(addresses.includes(escrow()));
  const one = await finance.get(`/ledger/accounts?prefix=${escrow()}`);
  t.is(one.at("accounts.0.balance"), "0.00");
  t.is(one.at("accounts.0.class"), "liability");
  t.is(one.at("accounts.0.normal_side"), "credit");
  t.true(one.at("accounts.0.floored"));
  t.is(one.list("accounts").length, 1);
  const income = await finance.get("/ledger/accounts?class=income");
  t.deepEqual(
    income.list("accounts").map((row) => (row as { address: string }).address),
    ["revenue:cancellation_fee"],
  );
  const open = await finance.get(`/ledger/accounts?open=true&prefix=liability:booking`);
  t.deepEqual(open.list("accounts"), []);
  const first = await finance.get("/ledger/accounts?limit=1");
  const second = await finance.get(`/ledger/accounts?limit=1&cursor=${first.text("next_cursor")}`);
  const pair = [first, second].map((page) => page.text("accounts.0.address"));
  t.deepEqual(pair, addresses.slice(0, 2));
});

test("one account tells its balance by marketplace; an unused one is not found", async (t) => {
  const account = await finance.get(`/ledger/accounts/${escrow()}`);
  t.is(account.at("entries"), 2);
  t.is(account.at("balances.0.balance"), "0.00");
  t.is(account.at("marketplaces.0.marketplace"), "minuteserv");
  t.is(account.at("marketplaces.0.open_since"), null);
  const encoded = encodeURIComponent(escrow());
  t.is((await finance.get(`/ledger/accounts/${encoded}`)).at("address"), escrow());
  const unused = await finance.get("/ledger/accounts/asset:bank:nowhere");
  t.is(unused.status, 404);
  t.is(unused.at("reason"), "account_unknown");
});

test("the trial balance is zero now, and was at every moment", async (t) => {
  const now = await finance.get("/ledger/trial-balance?marketplace=minuteserv");
  t.true(now.at("balanced"));
  t.is(now.at("totals.0.difference"), "0.00");
  t.is(now.at("totals.0.debit"), now.at("totals.0.credit"));
  t.false(now.raw.includes(escrow()), "what is zero is left out");
  const then = await finance.get(`/ledger/trial-balance?as_of=${between}`);
  t.true(then.at("balanced"));
  const balances = then.list("accounts") as readonly { address: string; credit: string }[];
  const held = balances.find(({ address }) => address === escrow());
  t.is(held?.credit, then.text("totals.0.credit"));
  const before = await finance.get("/ledger/trial-balance?as_of=2000-01-01");
  t.deepEqual(before.list("accounts"), []);
  t.is(before.at("position"), 0);
  const elsewhere = await finance.get("/ledger/trial-balance?marketplace=elsewhere");
  t.deepEqual(elsewhere.list("accounts"), []);
});

test("money that has not moved on is stuck once it is old enough", async (t) => {
  const stuck = await finance.get("/stuck?min_age_days=0");
  t.is(stuck.status, 200, stuck.raw);
  const accounts = stuck.list("accounts") as readonly { address: string; age_days: number }[];
  const clearing = accounts.find(({ address }) => address === "asset:gateway:razorpay:clearing");
  t.true(clearing !== undefined && clearing.age_days >= 1 && clearing.age_days < 2);
  t.deepEqual((await finance.get("/stuck?min_age_days=2")).list("accounts"), []);
});

test("the journal is downloaded for spreadsheets, hledger and beancount", async (t) => {
  const types = { csv: "text/csv", hledger: "text/plain", beancount: "text/plain" };
  for (const [format, type] of Object.entries(types)) {
    const file = await finance.get(`/ledger/export.${format}`);
    t.is(file.status, 200);
    t.true(file.headers.get("content-type")?.startsWith(type));
    t.regex(file.headers.get("content-disposition") ?? "", new RegExp(`journal.${format}`));
    t.true(file.raw.includes(bookingId));
  }
  const none = await finance.get("/ledger/export.csv?to=2000-01-01");
  t.is(none.raw.trim().split("\r\n").length, 1);
});

test("what is asked for wrongly is refused by its name", async (t) => {
  for (const [path, field] of [
    ["/ledger/entries?limit=0", "limit"],
    ["/ledger/entries?cursor=rubbish", "cursor"],
    ["/ledger/entries?from=yesterday", "from"],
    ["/ledger/entries?order=sideways", "order"],
    ["/ledger/accounts?class=wealth", "class"],
    ["/ledger/accounts?cursor=WzFd", "cursor"],
    ["/ledger/trial-balance?as_of=soon", "as_of"],
    ["/ledger/export.csv?from=2024-13-01", "from"],
    ["/ledger/entries?from=2024-02-01&to=2024-01-31", "to"],
    ["/ledger/entries?from=2024-01-31T12:00:01Z&to=2024-01-31T12:00:00Z", "to"],
    ["/ledger/export.hledger?from=2024-02-01&to=2024-01-31", "to"],
    ["/chargebacks?from=2024-02-01&to=2024-01-31", "to"],
    ["/reconciliation?from=2024-02-01&to=2024-01-31", "to"],
    ["/reconciliation/export.csv?from=2024-02-01&to=2024-01-31", "to"],
  ] as const) {
    const refused = await finance.get(path);
    t.is(refused.status, 422, path);
    t.is(refused.at("errors.0.field"), field, refused.raw);
  }
});
