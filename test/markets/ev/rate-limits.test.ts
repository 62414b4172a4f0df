import test from "ava";
import { BASE, newEmail } from "../../world/ev.js";
import { openServiceWorld, type ServiceWorld } from "../../world/service.js";

let world: ServiceWorld;

test.before(async () => {
  world = await openServiceWorld({ RATE_LIMITS: "on" });
});

test.beforeEach(() => world.http.post("/sandbox/throttle/reset"));

test.after.always(() => world.close());

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
      t.regex(
        refused.text("detail"),
        /^Request was throttled\. Expected available in \d+ seconds\.$/,
      );
    }
    await world.http.post("/sandbox/clock", { advance_seconds: 61 });
    const sent = await http.post("/api/auth/send-otp/", {
      identifier: newEmail(),
      otp_type: "email",
    });
    t.is(sent.status, 200);
  },
);
