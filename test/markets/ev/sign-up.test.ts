import test from "ava";
import type { HttpClient } from "../../world/http-client.js";
import {
  admin,
  BASE,
  newEmail,
  newMobile,
  otpSentTo,
  signUp,
  signupForm,
  staff,
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

const other = (code: string) => (code === "000000" ? "111111" : "000000");
const REQUIRED = ["This field is required."];

test("both codes make a member, once", async (t) => {
  const sponsor = await superuser(world);
  const form = signupForm({ referral_code: sponsor.referralCode, role: "admin", country: "" });
  const asked = await http.post("/api/auth/signup/", form);
  t.is(asked.status, 200, asked.raw);
  t.is(asked.at("message"), "OTP sent to email and mobile");
  const proof = {
    signup_token: asked.text("signup_token"),
    email_otp: await otpSentTo(world, form.email),
    mobile_otp: await otpSentTo(world, form.mobile),
  };
  const made = await http.post("/api/auth/verify-signup-otp/", proof);
  t.is(made.status, 201, made.raw);
  t.deepEqual(made.at("user"), {
    id: made.number("user.id"),
    username: form.email,
    email: form.email,
    mobile: form.mobile,
    first_name: "John",
    last_name: "Doe",
    is_active_buyer: false,
    is_distributor: false,
  });
  const again = await http.post("/api/auth/verify-signup-otp/", proof);
  t.is(again.status, 400);
  t.deepEqual(again.body, { signup_token: ["Invalid or expired signup token"] });
  const me = await http.as(made.text("tokens.access")).get("/api/users/profile/");
  t.like(me.body, {
    role: "user",
    country: "India",
    address_line2: "Apt 4B",
    date_of_birth: "1990-01-01",
    referred_by: sponsor.id,
    referral_code: `REF${String(made.number("user.id")).padStart(5, "0")}`,
  });
});

test("one wrong code makes nobody and uses up neither", async (t) => {
  const form = signupForm();
  const asked = await http.post("/api/auth/signup/", form);
  const email_otp = await otpSentTo(world, form.email);
  const mobile_otp = await otpSentTo(world, form.mobile);
  const verify = (given: object) =>
    http.post("/api/auth/verify-signup-otp/", {
      signup_token: asked.text("signup_token"),
      email_otp,
      mobile_otp,
      ...given,
    });
  const byEmail = await verify({ email_otp: other(email_otp) });
  t.deepEqual(byEmail.body, { email_otp: ["Invalid or expired email OTP"] });
  const byMobile = await verify({ mobile_otp: other(mobile_otp) });
  t.deepEqual(byMobile.body, { mobile_otp: ["Invalid or expired mobile OTP"] });
  const neither = await verify({ email_otp: "", mobile_otp: "x" });
  t.is(neither.status, 400);
  t.deepEqual(Object.keys(neither.body as object), ["email_otp", "mobile_otp"]);
  t.is((await verify({ signup_token: "unknown" })).status, 400);
  t.is((await verify({})).status, 201);
});

test("e-mail and mobile belong to one member, however they are written", async (t) => {
  const member = await signUp(world);
  const taken = await http.post(
    "/api/auth/signup/",
    signupForm({ email: member.email.toUpperCase(), mobile: `+91${member.mobile}` }),
  );
  t.is(taken.status, 400);
  t.deepEqual(taken.body, {
    email: ["Email already registered"],
    mobile: ["Mobile number already registered"],
  });
});

test("of two sign-ups of one mobile at once, the second to verify is refused", async (t) => {
  const mobile = newMobile();
  const forms = [signupForm({ mobile }), signupForm({ mobile })];
  const proofs = [];
  for (const form of forms) {
    const asked = await http.post("/api/auth/signup/", form);
    proofs.push({
      signup_token: asked.text("signup_token"),
      email_otp: await otpSentTo(world, form.email),
      mobile_otp: await otpSentTo(world, mobile),
    });
  }
  const answers = await Promise.all(
    proofs.map((proof) => http.post("/api/auth/verify-signup-otp/", proof)),
  );
  t.deepEqual(
    answers.map(({ status }) => status).toSorted((a, b) => a - b),
    [201, 400],
  );
  const refused = answers.find(({ status }) => status === 400);
  t.deepEqual(refused?.body, { mobile: ["Mobile number already registered"] });
  const loser = forms[answers.findIndex(({ status }) => status === 400)];
  const free = await http.post("/api/auth/signup/", signupForm({ email: loser?.email }));
  t.is(free.status, 200, "the loser's e-mail stays free");
});

test("every field of the form is checked", async (t) => {
  const empty = await http.post("/api/auth/signup/", {});
  t.is(empty.status, 400);
  const { address_line2: _, country: _country, ...required } = signupForm();
  t.deepEqual(
    empty.body,
    Object.fromEntries(Object.keys(required).map((field) => [field, REQUIRED])),
  );
  const wrong = {
    first_name: " ",
    email: "nobody",
    mobile: "12345",
    gender: "none",
    date_of_birth: "1990-02-30",
    pincode: "4000",
  };
  const refused = await http.post("/api/auth/signup/", signupForm(wrong));
  t.is(refused.status, 400);
  t.deepEqual(refused.body, {
    first_name: ["This field may not be blank."],
    email: ["Invalid email format"],
    mobile: ["Invalid mobile number format"],
    gender: ["Invalid choice"],
    date_of_birth: ["Date has wrong format. Use one of these formats instead: YYYY-MM-DD."],
    pincode: ["Enter a valid 6-digit pincode."],
  });
  for (const referral_code of ["REF99999", "REF1", "nonsense"]) {
    const unknown = await http.post("/api/auth/signup/", signupForm({ referral_code }));
    t.is(unknown.status, 400);
    t.deepEqual(unknown.body, { referral_code: ["Invalid referral code"] });
  }
});

test("a superuser creates admins, who create staff; the codes sent log them in", async (t) => {
  const root = await superuser(world);
  const form = signupForm({ first_name: "Admin", last_name: "User", role: "superuser" });
  const made = await root.client.post("/api/auth/create-admin/", form);
  t.is(made.status, 201, made.raw);
  t.deepEqual(made.body, {
    user: {
      id: made.number("user.id"),
      username: form.email,
      email: form.email,
      mobile: form.mobile,
      first_name: "Admin",
      last_name: "User",
      role: "admin",
    },
    message: "Admin created successfully. OTP sent to email and mobile for initial login.",
  });
  const login = await http.post("/api/auth/verify-otp/", {
    identifier: form.email,
    otp_type: "email",
    otp_code: await otpSentTo(world, form.email),
  });
  t.is(login.status, 200, login.raw);
  const client = http.as(login.text("tokens.access"));
  const colleague = signupForm();
  const second = await client.post("/api/auth/create-staff/", colleague);
  t.is(second.status, 201, second.raw);
  t.is(second.at("user.role"), "staff");
  t.is(
    second.at("message"),
    "Staff created successfully. OTP sent to email and mobile for initial login.",
  );
  const byMobile = await http.post("/api/auth/verify-otp/", {
    identifier: colleague.mobile,
    otp_type: "mobile",
    otp_code: await otpSentTo(world, colleague.mobile),
  });
  t.is(byMobile.at("user.username"), colleague.email);
  t.deepEqual((await client.post("/api/auth/create-staff/", colleague)).body, {
    email: ["Email already registered"],
    mobile: ["Mobile number already registered"],
  });
});

test("who may not create colleagues is told so before anything else", async (t) => {
  const detail = "You do not have permission to perform this action.";
  const user = await signUp(world);
  const refusals = [
    ["/api/auth/create-admin/", [user, await staff(world), await admin(world)]],
    ["/api/auth/create-staff/", [user, await staff(world)]],
  ] as const;
  for (const [path, people] of refusals) {
    t.is((await http.post(path, signupForm())).status, 401);
    for (const { client } of people) {
      for (const body of [signupForm(), {}]) {
        const refused = await client.post(path, body);
        t.is(refused.status, 403);
        t.deepEqual(refused.body, { detail });
      }
    }
  }
  t.is((await verifyOtp(world, newEmail())).status, 200);
});
