import test from "ava";
import type { HttpClient } from "../../world/http-client.js";
import { newWorker, partnerBody, partnerLogin } from "../../world/minuteserv-partner.js";
import { admin, BASE, newPhone, otpSentTo } from "../../world/minuteserv.js";
import { openServiceWorld, type ServiceWorld } from "../../world/service.js";

let world: ServiceWorld;
let http: HttpClient;

test.before(async () => {
  world = await openServiceWorld({ RATE_LIMITS: "off" });
  http = world.http.at(BASE);
});

test.after.always(() => world.close());

async function codeFor(phone: string, purpose = "login"): Promise<string> {
  await http.post("/auth/send-otp", { phone_number: phone, purpose });
  return otpSentTo(world, phone);
}

function verify(phone: string, code: string, purpose = "login") {
  return http.post("/auth/verify-otp", { phone_number: phone, otp_code: code, purpose });
}

const other = (code: string) => (code === "000000" ? "111111" : "000000");

test("a code is sent, and it signs a customer up and in", async (t) => {
  const phone = newPhone();
  const sent = await http.post("/auth/send-otp", { phone_number: phone, purpose: "login" });
  t.is(sent.status, 200);
  t.deepEqual(sent.body, {
    success: true,
    message: "OTP sent successfully",
    expires_in: 300,
  });
  const first = await verify(phone, await otpSentTo(world, phone));
  t.is(first.status, 200, first.raw);
  t.like(first.at("data.user"), { phone_number: phone, name: null, is_verified: true });
  const again = await verify(phone, await codeFor(phone));
  t.is(again.at("data.user.id"), first.at("data.user.id"));
  const me = await http.as(again.text("data.access_token")).get("/auth/me");
  t.is(me.at("data.id"), first.at("data.user.id"));
  t.is(typeof me.at("data.created_at"), "string");
});

test("a wrong, a used, a replaced and another purpose's code are refused", async (t) => {
  const phone = newPhone();
  const replaced = await codeFor(phone);
  const code = await codeFor(phone);
  t.is((await verify(phone, other(code))).status, 401);
  if (replaced !== code) t.is((await verify(phone, replaced)).status, 401);
  t.is((await verify(phone, code, "reset_password")).status, 401);
  t.is((await verify(phone, code)).status, 200);
  t.is((await verify(phone, code)).status, 401);
});

test("five wrong codes wear the right one out", async (t) => {
  const phone = newPhone();
  const code = await codeFor(phone);
  for (let guess = 0; guess < 5; guess += 1) await verify(phone, other(code));
  t.is((await verify(phone, code)).status, 401);
});

test("two first sign-ins of one phone at once make one account", async (t) => {
  const phone = newPhone();
  const login = await codeFor(phone);
  const reset = await codeFor(phone, "reset_password");
  const both = await Promise.all([verify(phone, login), verify(phone, reset, "reset_password")]);
  t.deepEqual(
    both.map(({ status }) => status),
    [200, 200],
  );
  t.is(both[0].at("data.user.id"), both[1].at("data.user.id"));
});

test("a refresh answers with another access token, within the same second, too", async (t) => {
  const phone = newPhone();
  const first = await verify(phone, await codeFor(phone));
  const refresh_token = first.text("data.refresh_token");
  const refreshed = await http.post("/auth/refresh-token", { refresh_token });
  t.is(refreshed.status, 200, refreshed.raw);
  t.not(refreshed.text("data.access_token"), first.text("data.access_token"));
});

test("a refresh token works once, and a stolen one ends the session", async (t) => {
  const phone = newPhone();
  const login = await verify(phone, await codeFor(phone));
  const refresh = (token: string) => http.post("/auth/refresh-token", { refresh_token: token });
  const next = await refresh(login.text("data.refresh_token"));
  t.is(next.status, 200);
  t.is((await http.as(next.text("data.access_token")).get("/auth/me")).status, 200);
  t.is((await refresh(login.text("data.refresh_token"))).status, 401);
  t.is((await refresh(next.text("data.refresh_token"))).status, 401);
  t.is((await refresh("eyJhbGci...")).status, 401);
});

test("logging out ends the session", async (t) => {
  const phone = newPhone();
  const login = await verify(phone, await codeFor(phone));
  const client = http.as(login.text("data.access_token"));
  const out = await client.post("/auth/logout");
  t.deepEqual(out.body, { success: true, message: "Logged out successfully" });
  t.is((await client.get("/auth/me")).status, 401);
  const refresh_token = login.text("data.refresh_token");
  t.is((await http.post("/auth/refresh-token", { refresh_token })).status, 401);
});

test("staff sign in and refresh; wrong password and unknown e-mail read alike", async (t) => {
  const login = (email: string, password: string) =>
    http.post("/admin/auth/login", { email, password });
  const good = await login("admin@minuteserv.com", "password123");
  t.is(good.status, 200, good.raw);
  t.like(good.at("data.admin"), { email: "admin@minuteserv.com", role: "super_admin" });
  const wrong = await login("admin@minuteserv.com", "password124");
  const unknown = await login("nobody@minuteserv.com", "password123");
  t.is(wrong.status, 401);
  t.is(unknown.status, 401);
  t.is(wrong.raw, unknown.raw);
  const refresh = (path: string, refresh_token: string) => http.post(path, { refresh_token });
  const token = good.text("data.refresh_token");
  t.is((await refresh("/auth/refresh-token", token)).status, 401);
  const next = await refresh("/admin/auth/refresh-token", token);
  t.is(next.status, 200, next.raw);
  const phone = newPhone();
  const customers = await verify(phone, await codeFor(phone));
  const theirs = customers.text("data.refresh_token");
  t.is((await refresh("/admin/auth/refresh-token", theirs)).status, 401);
  t.is((await refresh("/auth/refresh-token", theirs)).status, 200);
});

test("a verified partner signs in and refreshes", async (t) => {
  const worker = await newWorker(world);
  const login = await partnerLogin(world, worker.phone);
  t.is(login.status, 200, login.raw);
  t.is(login.at("data.partner.id"), worker.id);
  t.regex(login.text("data.partner.partner_code"), /^PT-\d{3,}$/);
  const refresh_token = login.text("data.refresh_token");
  const next = await http.post("/auth/refresh-token", { refresh_token });
  const client = http.as(next.text("data.access_token"));
  t.is((await client.get("/partner/earnings")).status, 200);
  t.is((await client.get("/bookings")).status, 403);
});

test("only who holds the phone learns whether it is a partner's", async (t) => {
  const staff = await admin(world);
  const body = partnerBody();
  const registered = await staff.post("/admin/partners", body);
  const guess = { otp_code: "000000" };
  const ofPartner = { phone_number: body.phone_number, ...guess };
  const ofNobody = { phone_number: newPhone(), ...guess };
  const one = await http.post("/partner/auth/login", ofPartner);
  const none = await http.post("/partner/auth/login", ofNobody);
  t.is(one.status, 401);
  t.is(one.raw, none.raw);
  t.is((await partnerLogin(world, newPhone())).status, 404);
  t.is((await partnerLogin(world, body.phone_number)).status, 403, "pending");
  const path = `/admin/partners/${registered.text("data.partner.id")}/verify`;
  await staff.post(path, { onboarding_status: "rejected" });
  t.is((await partnerLogin(world, body.phone_number)).status, 403, "rejected");
  await staff.post(path, { onboarding_status: "verified" });
  t.is((await partnerLogin(world, body.phone_number)).status, 200);
});

test.serial("codes, access tokens and refresh tokens expire on business time", async (t) => {
  const advance = (seconds: number) =>
    world.http.post("/sandbox/clock", { advance_seconds: seconds });
  const phone = newPhone();
  const login = await verify(phone, await codeFor(phone));
  const client = http.as(login.text("data.access_token"));
  const late = await codeFor(phone);
  await advance(301);
  t.is((await verify(phone, late)).status, 401);
  t.is((await client.get("/auth/me")).status, 200);
  await advance(15 * 60);
  t.is((await client.get("/auth/me")).status, 401);
  await advance(7 * 86_400);
  const refresh_token = login.text("data.refresh_token");
  t.is((await http.post("/auth/refresh-token", { refresh_token })).status, 401);
});
