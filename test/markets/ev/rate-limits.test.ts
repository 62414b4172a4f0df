import test from "ava";
import { BASE, newEmail, superuser } from "../../world/ev.js";
import { openServiceWorld, type ServiceWorld } from "../../world/service.js";

let world: ServiceWorld;

test.before(async () => {
  world = await openServiceWorld({ RATE_LIMITS: "on" });
});

test.beforeEach(() => world.http.post("/sandbox/throttle/reset"));

test.after.always(() => world.close());

const THROTTLED = /^Request was throttled\. Expected available in \d+ seconds\.$/;

const OTP_PATHS = ["send-otp", "verify-otp", "signup", "verify-signup-otp"];

test.serial(
  "each of the OTP addresses takes five calls a minute and counts by itself",
  async (t) => {
    const http = world.http.at(BASE);
    for (const name of OTP_PATHS) {
      const call = () => http.post(`/api/auth/${name}/`, {});
      for (let time = 0; time < 5; time += 1) t.is((await call()).status, 400, name);
      const refused = await call();
      t.is(refused.status, 429, name);
      t.regex(refused.text("detail"), THROTTLED);
    }
    await world.http.post("/sandbox/clock", { advance_seconds: 61 });
    const sent = await http.post("/api/auth/send-otp/", {
      identifier: newEmail(),
      otp_type: "email",
    });
    t.is(sent.status, 200);
  },
);

test.serial("all addresses of bookings share ten calls a minute", async (t) => {
  const { client } = await superuser(world);
  await world.http.post("/sandbox/throttle/reset");
  const calls = [
    () => client.get("/api/booking/bookings/"),
    () => client.get("/api/booking/payments/"),
    () => client.post("/api/booking/bookings/", {}),
    () => client.get("/api/booking/bookings/999999/"),
    () => client.post("/api/booking/bookings/999999/make_payment/", {}),
  ];
  for (const call of [...calls, ...calls]) t.not((await call()).status, 429);
  for (const call of calls) {
    const refused = await call();
    t.is(refused.status, 429);
    t.deepEqual(Object.keys(refused.body as object), ["detail"]);
    t.regex(refused.text("detail"), THROTTLED);
    t.true(Number(refused.headers.get("retry-after")) > 0);
  }
  t.is((await client.get("/api/wallet/my_wallet/")).status, 200, "others count by themselves");
});
