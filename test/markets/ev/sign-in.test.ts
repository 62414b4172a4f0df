import test from "ava";
import { decodeJwt } from "jose";
import { isRejection } from "../../../src/kernel/rejection.js";
import { accounts } from "../../../src/modules/account/account.js";
import { accountIdOf } from "../../world/ev-papers.js";
import { envelope } from "../../world/log-world.js";
import type { HttpClient } from "../../world/http-client.js";
import {
  BASE,
  newEmail,
  newMobile,
  otpSentTo,
  signUp,
  superuser,
  verifyOtp,
} from "../../world/ev.js";
import { openServiceWorld, type ServiceWorld } from "../../world/service.js";

let world: ServiceWorld;
let http: HttpClient;

test.before(async () => {
  world = await openServiceWorld({ RATE_LIMITS: "off" });
  http = world.http.at(BASE);
});

test.after.always(() => world.close());

const INVALID_OTP = { non_field_errors: ["Invalid or expired OTP"] };
const TOKEN_REFUSED = { detail: "Token is invalid or expired" };

const other = (code: string) => (code === "000000" ? "111111" : "000000");

test("a code is sent and registers who is unknown", async (t) => {
  const identifier = newEmail();
  const sent = await http.post("/api/auth/send-otp/", { identifier, otp_type: "email" });
  t.is(sent.status, 200);
  t.deepEqual(sent.body, { message: `OTP sent to ${identifier}` });
  const otp_code = await otpSentTo(world, identifier);
  t.regex(otp_code, /^\d{6}$/);
  const proof = { identifier, otp_code, otp_type: "email" };
  const first = await http.post("/api/auth/verify-otp/", proof);
  t.is(first.status, 200, first.raw);
  t.deepEqual(first.at("user"), {
    id: first.number("user.id"),
    username: identifier,
    email: identifier,
    mobile: null,
    is_active_buyer: false,
    is_distributor: false,
  });
  t.deepEqual((await http.post("/api/auth/verify-otp/", proof)).body, INVALID_OTP, "once");
  const again = await verifyOtp(world, identifier.toUpperCase());
  t.is(again.number("user.id"), first.number("user.id"));
  const me = await http.as(again.text("tokens.access")).get("/api/users/profile/");
  t.like(me.body, { id: first.number("user.id"), first_name: "", gender: null, role: "user" });
});

test("a mobile number is one member's with and without its prefix", async (t) => {
  const mobile = newMobile();
  const first = await verifyOtp(world, mobile);
  t.like(first.at("user"), { username: mobile, email: null, mobile });
  const again = await verifyOtp(world, `+91${mobile}`);
  t.is(again.number("user.id"), first.number("user.id"));
});

test("what cannot be an identifier is told under its field, both fields at once", async (t) => {
  const refusals = [
    [
      { identifier: "nobody", otp_type: "fax" },
      { identifier: ["Invalid email format"], otp_type: ["Invalid choice"] },
    ],
    [{ identifier: "nobody", otp_type: "email" }, { identifier: ["Invalid email format"] }],
    [{ identifier: "12345", otp_type: "mobile" }, { identifier: ["Invalid mobile number format"] }],
    [{ identifier: newEmail(), otp_type: "fax" }, { otp_type: ["Invalid choice"] }],
    [{ identifier: "", otp_type: "email" }, { identifier: ["This field may not be blank."] }],
    [{}, { identifier: ["This field is required."], otp_type: ["This field is required."] }],
    [[], { non_field_errors: ["Invalid data. Expected a dictionary, but got list."] }],
    ["7", { non_field_errors: ["Invalid data. Expected a dictionary, but got int."] }],
    ['{"identifier": ', { detail: "JSON parse error - The request body is not valid JSON." }],
  ] as const;
  for (const [body, expected] of refusals) {
    const refused = await http.post("/api/auth/send-otp/", body);
    t.is(refused.status, 400, refused.raw);
    t.deepEqual(refused.body, expected);
  }
});

test("a wrong and a replaced code are refused", async (t) => {
  const identifier = newEmail();
  const send = () => http.post("/api/auth/send-otp/", { identifier, otp_type: "email" });
  const verify = (otp_code: string) =>
    http.post("/api/auth/verify-otp/", { identifier, otp_type: "email", otp_code });
  await send();
  const replaced = await otpSentTo(world, identifier);
  await send();
  const code = await otpSentTo(world, identifier);
  const wrong = await verify(other(code));
  t.is(wrong.status, 400);
  t.deepEqual(wrong.body, INVALID_OTP);
  if (replaced !== code) t.is((await verify(replaced)).status, 400);
  t.is((await verify(code)).status, 200);
});

test("a referral code makes a referrer once, and an unknown one is refused", async (t) => {
  const sponsor = await superuser(world);
  const email = newEmail();
  const unknown = await verifyOtp(world, email, { referral_code: "REF99999" });
  t.is(unknown.status, 400);
  t.deepEqual(Object.keys(unknown.body as object), ["referral_code"]);
  const first = await verifyOtp(world, email, { referral_code: sponsor.referralCode });
  t.is(first.status, 200, first.raw);
  const again = await verifyOtp(world, email, { referral_code: "REF99999" });
  t.is(again.status, 200, "a member's referrer is settled");
  const me = await http.as(again.text("tokens.access")).get("/api/users/profile/");
  t.is(me.at("referred_by"), sponsor.id);
});

test("two first sign-ins of one mobile at once make one member", async (t) => {
  const mobile = newMobile();
  const both = await Promise.all([
    verifyOtp(world, mobile).catch(() => undefined),
    verifyOtp(world, `+91${mobile}`).catch(() => undefined),
  ]);
  const ids = both.flatMap((answer) => (answer?.status === 200 ? answer.number("user.id") : []));
  t.is(new Set(ids).size, 1);
  t.deepEqual(new Set(ids), new Set([(await verifyOtp(world, mobile)).number("user.id")]));
});

test("tokens say how long they live; a refresh gives access tokens until log-out", async (t) => {
  const login = await verifyOtp(world, newEmail());
  const [access, refresh] = [login.text("tokens.access"), login.text("tokens.refresh")];
  const lifetime = (token: string) => {
    const { iat, exp } = decodeJwt(token);
    return Number(exp) - Number(iat);
  };
  t.is(lifetime(access), 3_600);
  t.is(lifetime(refresh), 86_400);
  for (let time = 0; time < 2; time += 1) {
    const renewed = await http.post("/api/auth/refresh/", { refresh });
    t.is(renewed.status, 200, renewed.raw);
    t.deepEqual(Object.keys(renewed.body as object), ["access"]);
    t.is((await http.as(renewed.text("access")).get("/api/users/profile/")).status, 200);
  }
  const out = await http.as(access).post("/api/auth/logout/", { refresh });
  t.is(out.status, 200);
  t.deepEqual(out.body, { message: "Successfully logged out" });
  const late = await http.post("/api/auth/refresh/", { refresh });
  t.is(late.status, 401);
  t.deepEqual(late.body, TOKEN_REFUSED);
  t.is((await http.as(access).get("/api/users/profile/")).status, 401);
});

test("only one's own refresh token is logged out", async (t) => {
  const mine = await verifyOtp(world, newEmail());
  const theirs = await verifyOtp(world, newEmail());
  const client = http.as(mine.text("tokens.access"));
  const refresh = theirs.text("tokens.refresh");
  for (const body of [{}, { refresh: "" }, { refresh: "forged" }, { refresh }]) {
    const refused = await client.post("/api/auth/logout/", body);
    t.is(refused.status, 400, refused.raw);
    t.deepEqual(Object.keys(refused.body as object), ["refresh"]);
  }
  t.is((await http.post("/api/auth/logout/", { refresh })).status, 401);
  t.is((await http.post("/api/auth/refresh/", { refresh })).status, 200);
  t.is((await http.post("/api/auth/refresh/", {})).status, 400);
  const access = await http.post("/api/auth/refresh/", { refresh: mine.text("tokens.access") });
  t.is(access.status, 401, "an access token refreshes nothing");
  t.is((await http.as(refresh).get("/api/users/profile/")).status, 401, "nor the other way round");
});

test("the superuser signs in with the document's password", async (t) => {
  const login = (username: string, password: string) =>
    http.post("/api/auth/login/", { username, password });
  const good = await login("EVAdmin", "EVAdmin@123");
  t.is(good.status, 200, good.raw);
  t.like(good.at("user"), { username: "EVAdmin", is_active_buyer: false });
  const client = http.as(good.text("tokens.access"));
  t.is((await client.get("/api/users/admins/")).status, 200);
  const wrong = await login("EVAdmin", "EVAdmin@124");
  const unknown = await login("nobody", "EVAdmin@123");
  t.is(wrong.status, 401);
  t.is(wrong.raw, unknown.raw);
  const { email } = await superuser(world);
  t.is((await verifyOtp(world, email)).at("user.username"), "EVAdmin", "by a code, too");
});

test.serial("codes and tokens expire on business time", async (t) => {
  const advance = (seconds: number) =>
    world.http.post("/sandbox/clock", { advance_seconds: seconds });
  const identifier = newEmail();
  const login = await verifyOtp(world, identifier);
  const client = http.as(login.text("tokens.access"));
  await http.post("/api/auth/send-otp/", { identifier, otp_type: "email" });
  const otp_code = await otpSentTo(world, identifier);
  await advance(601);
  const late = await http.post("/api/auth/verify-otp/", {
    identifier,
    otp_type: "email",
    otp_code,
  });
  t.deepEqual(late.body, INVALID_OTP);
  t.is((await client.get("/api/users/profile/")).status, 200);
  await advance(3_000);
  t.is((await client.get("/api/users/profile/")).status, 401);
  const refresh = login.text("tokens.refresh");
  t.is((await http.post("/api/auth/refresh/", { refresh })).status, 200);
  await advance(86_400);
  t.is((await http.post("/api/auth/refresh/", { refresh })).status, 401);
});

test("who was blocked is refused, and no session of theirs lives on", async (t) => {
  const { eventLog } = world.service.foundation;
  const member = await signUp(world);
  const { email: identifier } = member;
  await http.post("/api/auth/send-otp/", { identifier, otp_type: "email" });
  const otp_code = await otpSentTo(world, identifier);
  // Cut short before it could end the sessions itself.
  const command = { type: "BlockAccount", reason: "fraud" } as const;
  const sent = { ...envelope(), marketplace: "ev" };
  const blocked = await eventLog.execute(accounts, await accountIdOf(world, member), command, sent);
  t.false(isRejection(blocked));
  const proof = { identifier, otp_code, otp_type: "email" };
  t.is((await http.post("/api/auth/verify-otp/", proof)).status, 403);
  t.is((await member.client.get("/api/users/profile/")).status, 403);
  t.is((await http.post("/api/auth/refresh/", { refresh: member.refresh })).status, 403);
});
