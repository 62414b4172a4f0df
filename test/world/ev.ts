import { randomInt, randomUUID } from "node:crypto";
import type { Answer } from "./answer.js";
import type { HttpClient } from "./http-client.js";
import type { ServiceWorld } from "./service.js";

/** Paths of EV Distribution begin with `/api/` below it. */
export const BASE = "/ev";

type Outside = Pick<ServiceWorld, "http">;

/** A member who is signed in; the client calls EV Distribution with their token. */
export interface Member {
  readonly client: HttpClient;
  /** The integer that the document prints as their id. */
  readonly id: number;
  readonly email: string;
  readonly mobile: string;
  readonly access: string;
  readonly refresh: string;
  readonly referralCode: string;
}

/** A mobile number that no other test uses. */
export function newMobile(): string {
  return String(randomInt(6_000_000_000, 9_000_000_000));
}

export function newEmail(): string {
  return `${randomUUID()}@example.com`;
}

/** What stands in a sign-up form, with what is given laid over it. */
export function signupForm(given: Readonly<Record<string, unknown>> = {}) {
  return {
    first_name: "John",
    last_name: "Doe",
    email: newEmail(),
    mobile: newMobile(),
    gender: "male",
    date_of_birth: "1990-01-01",
    address_line1: "123 Main Street",
    address_line2: "Apt 4B",
    city: "Mumbai",
    state: "Maharashtra",
    pincode: "400001",
    country: "India",
    ...given,
  };
}

/** The newest code that was sent to an e-mail address or a mobile number. */
export async function otpSentTo(world: Outside, to: string): Promise<string> {
  const outbox = await world.http.get(
    `/sandbox/outbox?marketplace=ev&to=${encodeURIComponent(to)}`,
  );
  const sent = outbox.list("messages") as readonly { readonly data: { readonly otp?: string } }[];
  const code = sent.find(({ data }) => data.otp !== undefined)?.data.otp;
  if (code === undefined) throw new Error(`no code was sent to ${to}`);
  return code;
}

/** One of the demo's people by username: `EVAdmin`, `admin@evdistribution.com` … */
export async function signedIn(world: Outside, username: string): Promise<Member> {
  const login = await world.http.post("/sandbox/login", { marketplace: "ev", username });
  return memberOf(world, { access: login.text("access"), refresh: login.text("refresh") });
}

export function superuser(world: Outside): Promise<Member> {
  return signedIn(world, "EVAdmin");
}

export function admin(world: Outside): Promise<Member> {
  return signedIn(world, "admin@evdistribution.com");
}

export function staff(world: Outside): Promise<Member> {
  return signedIn(world, "staff@evdistribution.com");
}

/** Reads the profile that belongs to a pair of tokens. */
export async function memberOf(
  world: Outside,
  { access, refresh }: Pick<Member, "access" | "refresh">,
): Promise<Member> {
  const client = world.http.at(BASE).as(access);
  const profile = await client.get("/api/users/profile/");
  return {
    client,
    id: profile.number("id"),
    email: String(profile.at("email")),
    mobile: String(profile.at("mobile")),
    access,
    refresh,
    referralCode: profile.text("referral_code"),
  };
}

/** Signs a new member up with a form, and both codes from the outbox. */
export async function signUp(
  world: Outside,
  given: Readonly<Record<string, unknown>> = {},
): Promise<Member> {
  const http = world.http.at(BASE);
  const form = signupForm(given);
  const asked = await http.post("/api/auth/signup/", form);
  const verified = await http.post("/api/auth/verify-signup-otp/", {
    signup_token: asked.text("signup_token"),
    email_otp: await otpSentTo(world, form.email),
    mobile_otp: await otpSentTo(world, form.mobile),
  });
  return memberOf(world, {
    access: verified.text("tokens.access"),
    refresh: verified.text("tokens.refresh"),
  });
}

/** Logs somebody in by a code, up if need be; the answer is that of verify-otp. */
export async function verifyOtp(
  world: Outside,
  identifier: string,
  more: Readonly<Record<string, unknown>> = {},
): Promise<Answer> {
  const http = world.http.at(BASE);
  const otp_type = identifier.includes("@") ? "email" : "mobile";
  await http.post("/api/auth/send-otp/", { identifier, otp_type });
  const otp_code = await otpSentTo(world, identifier);
  return http.post("/api/auth/verify-otp/", { identifier, otp_type, otp_code, ...more });
}
