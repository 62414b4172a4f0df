import test from "ava";
import { admin, BASE, newPhone, otpSentTo } from "../world/minuteserv.js";
import { openServiceWorld, type ServiceWorld } from "../world/service.js";

let world: ServiceWorld;

test.before(async () => {
  world = await openServiceWorld({ RATE_LIMITS: "off" });
});

test.after.always(() => world.close());

/** Sends a code and gives what exchanges it for tokens. */
async function door(phone: string) {
  const http = world.http.at(BASE);
  await http.post("/auth/send-otp", { phone_number: phone, purpose: "login" });
  const otp_code = await otpSentTo(world, phone);
  return () => http.post("/auth/verify-otp", { phone_number: phone, otp_code, purpose: "login" });
}

test("a sign-in that races with a blocking never leaves a live session", async (t) => {
  const staff = await admin(world);
  for (let round = 0; round < 8; round += 1) {
    const phone = newPhone();
    const first = await (await door(phone))();
    const id = first.text("data.user.id");
    const knock = await door(phone);
    const [again, blocked] = await Promise.all([
      knock(),
      staff.patch(`/admin/users/${id}/status`, { is_active: false, reason: "Fraud" }),
    ]);
    t.is(blocked.status, 200);
    for (const answer of [first, again]) {
      if (answer.status !== 200) continue;
      const client = world.http.at(BASE).as(answer.text("data.access_token"));
      t.is((await client.get("/auth/me")).status, 403, "the access token");
      const refresh_token = answer.text("data.refresh_token");
      const refreshed = await client.post("/auth/refresh-token", { refresh_token });
      t.is(refreshed.status, 403, "the refresh token");
    }
  }
});
