import test from "ava";
import type { Database } from "../../../../src/platform/database/database.js";
import { sandboxOutbox } from "../../../../src/platform/gateways/messages/outbox.js";
import { freshUrl, open } from "../sandbox-world.js";

let database: Database;
test.before(async () => {
  database = open(await freshUrl());
});
test.after.always(() => database.close());

const START = Date.parse("2026-01-02T03:04:05.678Z");

test.serial("messages keep business time and are listed newest first, by filter", async (t) => {
  let now = START;
  const outbox = sandboxOutbox(database, { now: () => now });
  const sms = {
    marketplace: "minuteserv",
    channel: "sms",
    to: "+919876543210",
    subject: "",
    text: "Your code is 123456 ₹",
    data: { otp: "123456" },
  } as const;
  await outbox.send(sms);
  now += 1_000;
  await outbox.send({ ...sms, channel: "email", to: "asha@example.com", data: {} });
  await outbox.send({ ...sms, marketplace: "ev" });
  const all = await outbox.messages({});
  t.deepEqual(
    all.map(({ marketplace, channel }) => `${marketplace} ${channel}`),
    ["ev sms", "minuteserv email", "minuteserv sms"],
  );
  t.deepEqual(all[2], { ...sms, id: all[2]?.id ?? "", sent_at: "2026-01-02T03:04:05.678Z" });
  const texts = async (filter: Parameters<typeof outbox.messages>[0]) =>
    (await outbox.messages(filter)).length;
  t.is(await texts({ to: sms.to }), 2);
  t.is(await texts({ to: sms.to, marketplace: "ev" }), 1);
  t.is(await texts({ channel: "email" }), 1);
  t.is(await texts({ channel: "push" }), 0);
});

test.serial("many at once are all kept, and what cannot be stored fails alone", async (t) => {
  const outbox = sandboxOutbox(database, { now: () => START });
  const to = "crowd@example.com";
  const send = (text: string) =>
    outbox.send({ marketplace: "ev", channel: "email", to, subject: "s", text, data: {} });
  const texts = Array.from({ length: 50 }, (_, n) => (n === 25 ? "nul \u0000" : `text ${n}`));
  const results = await Promise.allSettled(texts.map(send));
  t.is(results.filter(({ status }) => status === "rejected").length, 1);
  t.is((await outbox.messages({ to })).length, 49);
});

test.serial("a message that is sent again with its id stays one", async (t) => {
  const outbox = sandboxOutbox(database, { now: () => START });
  const push = {
    id: "7d1f3c1e-5b0a-4d7e-9a57-0c8a5d2a6f11",
    marketplace: "minuteserv",
    channel: "push",
    to: "somebody",
    subject: "",
    text: "",
    data: {},
  } as const;
  await outbox.send(push);
  await outbox.send(push);
  t.is((await outbox.messages({ to: "somebody" })).length, 1);
  await outbox.send({ ...push, id: "8d1f3c1e-5b0a-4d7e-9a57-0c8a5d2a6f11" });
  t.is((await outbox.messages({ to: "somebody" })).length, 2);
});
