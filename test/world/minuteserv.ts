import { randomInt, randomUUID } from "node:crypto";
import { DEMO_PASSWORD } from "../../src/sandbox/demo/logins.js";
import type { Answer } from "./answer.js";
import type { HttpClient } from "./http-client.js";
import type { ServiceWorld } from "./service.js";

export const BASE = "/minuteserv/v1";

/** A service wherever it runs, seen from outside. */
export type Outside = Pick<ServiceWorld, "http">;

/** A phone number that no other test uses. */
export function newPhone(): string {
  return `+91${randomInt(6_000_000_000, 9_999_999_999)}`;
}

/** The newest code that was sent to a phone. */
export async function otpSentTo(world: Outside, phone: string): Promise<string> {
  const outbox = await world.http.get(`/sandbox/outbox?to=${encodeURIComponent(phone)}`);
  const sent = outbox.list("messages") as readonly { readonly data: { readonly otp?: string } }[];
  const code = sent.find(({ data }) => data.otp !== undefined)?.data.otp;
  if (code === undefined) throw new Error(`no code was sent to ${phone}`);
  return code;
}

/** Signs a customer in, up if need be; the client calls Minuteserv with their token. */
export async function customer(world: Outside, phone = newPhone()): Promise<HttpClient> {
  const http = world.http.at(BASE);
  await http.post("/auth/send-otp", { phone_number: phone, purpose: "login" });
  const code = await otpSentTo(world, phone);
  const proof = { phone_number: phone, otp_code: code, purpose: "login" };
  const signedIn = await http.post("/auth/verify-otp", proof);
  return http.as(signedIn.text("data.access_token"));
}

/** Logs an admin in by their e-mail's first word: admin, manager, support or finance. */
export async function admin(world: Outside, who = "admin"): Promise<HttpClient> {
  const http = world.http.at(BASE);
  const email = `${who}@minuteserv.com`;
  const login = await http.post("/admin/auth/login", { email, password: DEMO_PASSWORD });
  return http.as(login.text("data.access_token"));
}

export const HOME = {
  name: "Home",
  address_line1: "123 Main St",
  address_line2: "Apartment 4B",
  city: "Kolkata",
  state: "West Bengal",
  pincode: "700032",
  lat: 22.5726,
  lng: 88.3639,
  place_id: "ChIJ...",
};

/** `YYYY-MM-DD` at the market's place, so many days from the sandbox's now. */
export async function dayAhead(world: Outside, days: number): Promise<string> {
  const clock = await world.http.get("/sandbox/clock");
  const now = Date.parse(clock.text("now"));
  return new Date(now + days * 86_400_000 + 330 * 60_000).toISOString().slice(0, 10);
}

/** A key that has not been used before. */
export function newKey(): { readonly "x-idempotency-key": string } {
  return { "x-idempotency-key": randomUUID() };
}

interface Wanted {
  readonly serviceIds: readonly string[];
  readonly method?: "online" | "cash";
  readonly promo?: string | undefined;
  readonly time?: string;
  readonly days?: number;
}

/** Prepares a checkout of the given services and answers with the body that confirms it. */
export async function prepared(
  world: Outside,
  client: HttpClient,
  { serviceIds, method = "online", promo, time = "10:00 AM", days = 3 }: Wanted,
) {
  const address_id = await homeOf(client);
  const booking_date = await dayAhead(world, days);
  const preview = await client.post("/checkout/prepare", {
    service_ids: serviceIds,
    ...(promo === undefined ? {} : { promo_code: promo }),
    booking_date,
  });
  return {
    preview_id: preview.text("data.preview_id"),
    payment_method: method,
    address_id,
    booking_date,
    booking_time: time,
    customer_name: "John Doe",
    customer_phone: "+911234567890",
    customer_email: "john@example.com",
    cancellation_policy_accepted: true,
  };
}

/** Prepares and confirms a booking of the given services, three days ahead at 10:00 AM. */
export async function book(world: Outside, client: HttpClient, order: Wanted): Promise<Answer> {
  return client.post("/checkout/confirm", await prepared(world, client, order), newKey());
}

async function homeOf(client: HttpClient): Promise<string> {
  const known = await client.get("/users/addresses");
  if (known.list("data").length > 0) return known.text("data.0.id");
  return (await client.post("/users/addresses", HOME)).text("data.id");
}

/** Ids of services on offer, by name. */
export async function serviceIds(
  client: HttpClient,
  ...names: readonly string[]
): Promise<readonly string[]> {
  const catalog = await client.get("/services/catalog");
  const cards = catalog.list("data.all_services") as readonly { id: string; name: string }[];
  return names.map((name) => {
    const card = cards.find((candidate) => candidate.name === name);
    if (card === undefined) throw new Error(`no service is called ${name}`);
    return card.id;
  });
}

/** Pays a gateway's order as a customer would, with its webhook unless told otherwise. */
export function pay(
  world: Outside,
  orderId: string,
  how: { readonly outcome?: "captured" | "failed"; readonly webhook?: boolean } = {},
): Promise<Answer> {
  const { outcome = "captured", webhook = true } = how;
  const checkout = { outcome, method: "upi", webhook };
  return world.http.post(`/sandbox/razorpay/orders/${orderId}/pay`, checkout);
}
