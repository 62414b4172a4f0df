import { randomInt } from "node:crypto";
import { z } from "zod";
import { DEMO_PASSWORD } from "../../src/sandbox/demo/logins.js";
import { answering, anything, tokens } from "./answers.js";
import type { Api } from "./api.js";
import { BASE, Client } from "./client.js";
import { TourFailed } from "./tour-failed.js";

const message = z.object({ data: z.record(z.string(), z.string()) });

const outbox = z.object({ messages: z.array(message) });

const login = answering(tokens);

/** A number that nobody has yet, as good as certainly. */
export function newPhone(): string {
  return `+91${randomInt(6_000_000_000, 9_999_999_999)}`;
}

/** The code that Send OTP sends to a phone, as the sandbox's outbox has it. */
async function codeFor(api: Api, phone: string): Promise<string> {
  const body = { phone_number: phone, purpose: "login" };
  await api.ask({ method: "POST", path: `${BASE}/auth/send-otp`, body }, anything);
  const path = `/sandbox/outbox?to=${encodeURIComponent(phone)}`;
  const { messages } = await api.ask({ method: "GET", path }, outbox);
  const code = messages[0]?.data["otp"];
  if (code === undefined) throw new TourFailed(`no code was sent to ${phone}`);
  return code;
}

/** Signs a customer in, and thereby up. */
export async function customerSignsIn(api: Api, phone: string): Promise<Client> {
  const otp_code = await codeFor(api, phone);
  const body = { phone_number: phone, otp_code, purpose: "login" };
  const path = `${BASE}/auth/verify-otp`;
  const { data } = await api.ask({ method: "POST", path, body }, login);
  return new Client(api, data, "/auth/refresh-token");
}

export async function partnerSignsIn(api: Api, phone: string): Promise<Client> {
  const otp_code = await codeFor(api, phone);
  const body = { phone_number: phone, otp_code };
  const path = `${BASE}/partner/auth/login`;
  const { data } = await api.ask({ method: "POST", path, body }, login);
  return new Client(api, data, "/auth/refresh-token");
}

/** The demo's super admin. */
export async function staffSignsIn(api: Api): Promise<Client> {
  const body = { email: "admin@minuteserv.com", password: DEMO_PASSWORD };
  const path = `${BASE}/admin/auth/login`;
  const { data } = await api.ask({ method: "POST", path, body }, login);
  return new Client(api, data, "/admin/auth/refresh-token");
}
