import { once } from "node:events";
import test from "ava";
import { WebSocket } from "ws";
import { eventually } from "../../world/eventually.js";
import type { HttpClient } from "../../world/http-client.js";
import { admin, BASE, book, newPhone, otpSentTo, pay, serviceIds } from "../../world/minuteserv.js";
import { newWorker } from "../../world/minuteserv-partner.js";
import { openServiceWorld, type ServiceWorld } from "../../world/service.js";

let world: ServiceWorld;

test.before(async () => {
  world = await openServiceWorld({ RATE_LIMITS: "off" });
});

test.after.always(() => world.close());

/** Signs somebody in with the code that is sent to their phone. */
async function tokenOf(path: string, phone: string): Promise<string> {
  const http = world.http.at(BASE);
  await http.post("/auth/send-otp", { phone_number: phone, purpose: "login" });
  const otp_code = await otpSentTo(world, phone);
  const proof = { phone_number: phone, otp_code, purpose: "login" };
  return (await http.post(path, proof)).text("data.access_token");
}

interface Listening {
  readonly titles: string[];
  close(): void;
}

/** Notes the titles of what is pushed to the holder of a token. */
async function listen(path: string, token: string): Promise<Listening> {
  const url = `${world.service.url.replace("http", "ws")}${BASE}${path}?token=${token}`;
  const socket = new WebSocket(url);
  const titles: string[] = [];
  socket.on("message", (data: Buffer) => {
    const message = JSON.parse(data.toString()) as { readonly data: { readonly title: string } };
    titles.push(message.data.title);
  });
  await once(socket, "open");
  return { titles, close: () => socket.terminate() };
}

/** The messages that were sent to an address, oldest first, without one-time passwords. */
async function sentTo(to: string, channel: string): Promise<readonly string[]> {
  const outbox = await world.http.get(
    `/sandbox/outbox?to=${encodeURIComponent(to)}&channel=${channel}`,
  );
  const messages = outbox.list("messages") as readonly {
    readonly subject: string;
    readonly data: Readonly<Record<string, string>>;
  }[];
  return messages.flatMap(({ subject, data }) => (data["otp"] ? [] : [subject])).toReversed();
}

async function bookAndPay(client: HttpClient, outcomes: readonly ("captured" | "failed")[]) {
  const booked = await book(world, client, {
    serviceIds: await serviceIds(client, "Facial - Minimal"),
  });
  for (const outcome of outcomes) {
    await pay(world, booked.text("data.payment.order_id"), { outcome });
  }
  return booked.text("data.booking.id");
}

test("people are told of their bookings by every way there is", async (t) => {
  const phone = newPhone();
  const token = await tokenOf("/auth/verify-otp", phone);
  const client = world.http.at(BASE).as(token);
  const userId = (await client.get("/auth/me")).text("data.id");
  const worker = await newWorker(world);
  const workerToken = await tokenOf("/partner/auth/login", worker.phone);
  const customerHears = await listen("/ws/notifications", token);
  const partnerHears = await listen("/partner/ws/notifications", workerToken);
  t.teardown(() => [customerHears, partnerHears].forEach((each) => each.close()));

  const id = await bookAndPay(client, ["failed", "captured"]);
  const staff = await admin(world);
  await staff.post(`/admin/bookings/${id}/assign-partner`, { partner_id: worker.id });
  await worker.client.post(`/partner/bookings/${id}/accept`);
  await client.post(`/bookings/${id}/cancel`, { reason: "Change of plans" });

  const told = ["Payment Failed", "Payment Successful", "Booking Confirmed", "Booking Cancelled"];
  for (const [to, channel] of [
    [phone, "sms"],
    [userId, "push"],
  ] as const) {
    const seen = await eventually(`all by ${channel}`, async () => {
      const titles = (await sentTo(to, channel)).filter((title) => told.includes(title));
      return titles.length >= told.length ? titles : undefined;
    });
    t.deepEqual(seen.toSorted(), told.toSorted());
  }
  const toPartner = ["New Booking Assigned", "Booking Cancelled"];
  const pushed = await eventually("the partner's pushes", async () => {
    const titles = await sentTo(worker.id, "push");
    return titles.length >= 2 ? titles : undefined;
  });
  t.deepEqual(pushed.toSorted(), toPartner.toSorted());
  const heard = await eventually("the customer's socket", async () =>
    customerHears.titles.includes("Booking Cancelled") ? customerHears.titles : undefined,
  );
  t.deepEqual(
    heard.filter((title) => title !== "Payment Refunded"),
    ["Booking Created", ...told],
  );
  await eventually("the partner's socket", async () =>
    partnerHears.titles.length === 2 ? true : undefined,
  );
  t.deepEqual(partnerHears.titles, toPartner);
});

test("staff are written to when nobody can be found", async (t) => {
  const token = await tokenOf("/auth/verify-otp", newPhone());
  await bookAndPay(world.http.at(BASE).as(token), ["captured"]);
  const mails = await eventually("a mail to the admin", async () => {
    const sent = await sentTo("admin@minuteserv.com", "email");
    return sent.length > 0 ? sent : undefined;
  });
  t.true(mails.every((subject) => subject === "Manual Assignment Required"));
  t.deepEqual(await sentTo("finance@minuteserv.com", "email"), []);
});

test("a partner's token opens no customer's news, and nobody's none at all", async (t) => {
  const worker = await newWorker(world);
  const token = await tokenOf("/partner/auth/login", worker.phone);
  await t.throwsAsync(listen("/ws/notifications", token), { message: /40[13]/ });
  await t.throwsAsync(listen("/partner/ws/notifications", "none"), { message: /401/ });
});
