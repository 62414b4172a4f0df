import { randomUUID } from "node:crypto";
import test from "ava";
import type { HttpClient } from "../world/http-client.js";
import {
  admin,
  BASE,
  customer,
  newKey,
  newPhone,
  prepared,
  serviceIds,
} from "../world/minuteserv.js";
import { openServiceWorld, type ServiceWorld } from "../world/service.js";
import { assertOneWins, ROUNDS } from "./racing.js";

let world: ServiceWorld;

test.before(async () => {
  world = await openServiceWorld({ RATE_LIMITS: "off" });
});

test.after.always(() => world.close());

function rows<R extends object>(sql: string, values: readonly unknown[]): Promise<R[]> {
  return world.service.foundation.database.rows<R>(sql, values);
}

async function readyToConfirm(client: HttpClient, promo?: string) {
  const ids = await serviceIds(client, "Facial - Exclusive");
  const order = await prepared(world, client, { serviceIds: ids, promo });
  return (key = newKey()) => client.post("/checkout/confirm", order, key);
}

async function bookingsOf(client: HttpClient): Promise<number> {
  return (await client.get("/bookings")).list("data.bookings").length;
}

test("one preview confirmed under several keys at once is one booking", async (t) => {
  for (const _ of ROUNDS) {
    const client = await customer(world);
    const confirm = await readyToConfirm(client, "WELCOME10");
    const answers = await Promise.all([confirm(), confirm(), confirm()]);
    assertOneWins(t, answers, 201, /^409 preview_already_used$/);
    t.is(await bookingsOf(client), 1);
  }
});

test("one confirm sent several times at once under one key has one answer", async (t) => {
  const client = await customer(world);
  const confirm = await readyToConfirm(client);
  const key = newKey();
  const answers = await Promise.all(Array.from({ length: 8 }, () => confirm(key)));
  for (const answer of answers) t.is(answer.status, 201, answer.raw);
  t.is(new Set(answers.map(({ raw }) => raw)).size, 1);
  t.is(await bookingsOf(client), 1);
});

test("a promo code's last use goes to one of many customers", async (t) => {
  const staff = await admin(world);
  const code = `LAST${randomUUID().slice(0, 8).toUpperCase()}`;
  const created = await staff.post("/admin/promo-codes", {
    code,
    discount_type: "fixed",
    discount_value: 100,
    usage_limit: 1,
    total_usage_limit: 1,
  });
  t.is(created.status, 201, created.raw);
  const clients = await Promise.all(Array.from({ length: 4 }, () => customer(world)));
  const confirms = await Promise.all(clients.map((client) => readyToConfirm(client, code)));
  const answers = await Promise.all(confirms.map((confirm) => confirm()));
  assertOneWins(t, answers, 201, /^(409|422) promo/);
  const [promotion] = await rows<{ used_count: number }>(
    "SELECT used_count FROM promotions WHERE upper(code) = $1",
    [code],
  );
  t.is(promotion?.used_count, 1);
});

test("one phone number that signs up twice at once is one account", async (t) => {
  for (const _ of ROUNDS) {
    const phone_number = newPhone();
    const http = world.http.at(BASE);
    const purposes = ["login", "reset_password"];
    const codes: string[] = [];
    for (const purpose of purposes) {
      await http.post("/auth/send-otp", { phone_number, purpose });
      const outbox = await world.http.get(`/sandbox/outbox?to=${encodeURIComponent(phone_number)}`);
      codes.push(outbox.text("messages.0.data.otp"));
    }
    const answers = await Promise.all(
      purposes.map((purpose, index) =>
        http.post("/auth/verify-otp", { phone_number, otp_code: codes[index], purpose }),
      ),
    );
    for (const answer of answers) t.is(answer.status, 200, answer.raw);
    t.is(new Set(answers.map((answer) => answer.text("data.user.id"))).size, 1);
    const known = await rows("SELECT id FROM accounts WHERE phone = $1", [phone_number]);
    t.is(known.length, 1);
  }
});

test("one code entered twice at once signs in once", async (t) => {
  const phone_number = newPhone();
  const http = world.http.at(BASE);
  await http.post("/auth/send-otp", { phone_number, purpose: "login" });
  const outbox = await world.http.get(`/sandbox/outbox?to=${encodeURIComponent(phone_number)}`);
  const proof = { phone_number, otp_code: outbox.text("messages.0.data.otp"), purpose: "login" };
  const answers = await Promise.all([1, 2, 3].map(() => http.post("/auth/verify-otp", proof)));
  assertOneWins(t, answers, 200, /^401 /);
});
