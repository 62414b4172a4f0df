import test from "ava";
import { sections } from "../../../../src/markets/ev/documented/index.js";
import { openDocumentWorld, type DocumentWorld } from "../../../world/ev-document.js";
import { otpSentTo, signUp, staff } from "../../../world/ev.js";

const USER = "user@example.com";
const JOHN = "john@example.com";
const JOHNS_MOBILE = "9876543210";

let scene: DocumentWorld;

test.before(async () => {
  scene = await openDocumentWorld();
});

test.after.always(() => scene.world.close());

test.serial("1 and 2. Send OTP, Verify OTP & Login", async (t) => {
  const { world, manual, nobody, root } = scene;
  const client = nobody;
  await manual.hold(t, "POST /api/auth/send-otp/", { client });
  await manual.hold(t, "POST /api/auth/send-otp/", {
    client,
    status: 400,
    live: { identifier: "user", otp_type: "post" },
  });
  const referral_code = root.referralCode;
  const otp_code = await otpSentTo(world, USER);
  await manual.hold(t, "POST /api/auth/verify-otp/", {
    client,
    status: 400,
    live: { otp_code: otp_code === "000000" ? "111111" : "000000", referral_code },
  });
  const entered = await manual.hold(t, "POST /api/auth/verify-otp/", {
    client,
    live: { otp_code, referral_code },
  });
  t.is(entered.at("user.mobile"), null);
  const profile = await client.as(entered.text("tokens.access")).get("/api/users/profile/");
  t.is(profile.at("referred_by"), root.id);
});

test.serial("3 and 4. Refresh Token, Logout", async (t) => {
  const { world, manual, nobody } = scene;
  const member = await signUp(world);
  const live = { refresh: member.refresh };
  const refreshed = await manual.hold(t, "POST /api/auth/refresh/", { client: nobody, live });
  const client = nobody.as(refreshed.text("access"));
  t.is((await client.get("/api/users/profile/")).at("id"), member.id);
  await manual.hold(t, "POST /api/auth/logout/", { client, live });
  t.is((await nobody.post("/api/auth/refresh/", live)).status, 401, "blacklisted");
});

test.serial("5 and 6. User Signup, Verify Signup OTP", async (t) => {
  const { world, manual, nobody, root } = scene;
  const client = nobody;
  const referral_code = root.referralCode;
  await manual.hold(t, "POST /api/auth/signup/", {
    client,
    status: 400,
    when: "The mobile is no number",
    live: { mobile: "98765", referral_code },
  });
  const asked = await manual.hold(t, "POST /api/auth/signup/", { client, live: { referral_code } });
  const signup_token = asked.text("signup_token");
  await manual.hold(t, "POST /api/auth/verify-signup-otp/", {
    client,
    status: 400,
    live: { signup_token, email_otp: "", mobile_otp: "x" },
  });
  await manual.hold(t, "POST /api/auth/verify-signup-otp/", {
    client,
    when: "The token is no good",
  });
  const [email_otp, mobile_otp] = [
    await otpSentTo(world, JOHN),
    await otpSentTo(world, JOHNS_MOBILE),
  ];
  const live = { signup_token, email_otp, mobile_otp };
  await manual.hold(t, "POST /api/auth/verify-signup-otp/", { client, live });
  await manual.hold(t, "POST /api/auth/signup/", { client, status: 400 });
});

test.serial("7. Create Admin (Superuser Only)", async (t) => {
  const { world, manual, root, admin } = scene;
  const operation = "POST /api/auth/create-admin/";
  for (const { client } of [admin, await staff(world), await signUp(world)]) {
    await manual.hold(t, operation, { client, status: 403 });
  }
  await manual.hold(t, operation, { client: root.client });
  await manual.hold(t, operation, { client: root.client, status: 400 });
});

test.serial("8. Create Staff (Admin or Superuser)", async (t) => {
  const { world, manual, root, admin } = scene;
  const operation = "POST /api/auth/create-staff/";
  for (const { client } of [await staff(world), await signUp(world)]) {
    await manual.hold(t, operation, { client, status: 403 });
  }
  await manual.hold(t, operation, { client: admin.client });
  await manual.hold(t, operation, { client: root.client, status: 400 });
});

test.serial("Super User: EVAdmin && EVAdmin@123", async (t) => {
  const { manual, nobody } = scene;
  await manual.hold(t, "POST /api/auth/login/", { client: nobody, free: ["user.email"] });
});

test.serial("every answer under this heading was held", (t) => {
  t.deepEqual(scene.manual.unheld(sections.authentication), []);
});
