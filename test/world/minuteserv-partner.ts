import { randomInt } from "node:crypto";
import type { Answer } from "./answer.js";
import type { HttpClient } from "./http-client.js";
import {
  admin,
  BASE,
  book,
  customer,
  HOME,
  newPhone,
  otpSentTo,
  serviceIds,
  type Outside,
} from "./minuteserv.js";
import type { ServiceWorld } from "./service.js";

/** A partner with a session of their own. */
export interface Worker {
  readonly id: string;
  readonly phone: string;
  readonly client: HttpClient;
}

export interface Place {
  readonly lat: number;
  readonly lng: number;
}

/** Somewhere that no other test's partner comes near. */
export function newPlace(): Place {
  return { lat: randomInt(-5_000, 5_000) / 100, lng: randomInt(-17_000, 17_000) / 100 };
}

/** Create Partner's sample with a phone and an Aadhaar number of its own. */
export function partnerBody(change: Readonly<Record<string, unknown>> = {}) {
  return {
    name: "Priya Sharma",
    phone_number: newPhone(),
    email: "priya@example.com",
    aadhar_number: String(randomInt(100_000_000_000, 999_999_999_999)),
    pan_number: "ABCDE1234F",
    bank_account_number: "1234567890",
    ifsc_code: "SBIN0001234",
    bank_name: "State Bank of India",
    address: "123 Partner St, Kolkata",
    service_categories: ["Facial", "Waxing"],
    service_tiers: ["Minimal", "Exclusive"],
    working_hours: { start: "08:00", end: "20:00", days: [1, 2, 3, 4, 5, 6, 7] },
    service_radius_km: 10,
    ...change,
  };
}

/** Signs a partner in with the code that Send OTP sends. */
export async function partnerLogin(world: ServiceWorld, phone: string): Promise<Answer> {
  const http = world.http.at(BASE);
  await http.post("/auth/send-otp", { phone_number: phone, purpose: "login" });
  const otp_code = await otpSentTo(world, phone);
  return http.post("/partner/auth/login", { phone_number: phone, otp_code });
}

/** A partner who was registered and verified, is signed in and, if told, somewhere. */
export async function newWorker(world: ServiceWorld, place?: Place): Promise<Worker> {
  const staff = await admin(world);
  const body = partnerBody();
  const registered = await staff.post("/admin/partners", body);
  const id = registered.text("data.partner.id");
  await staff.post(`/admin/partners/${id}/verify`, { onboarding_status: "verified" });
  const login = await partnerLogin(world, body.phone_number);
  const client = world.http.at(BASE).as(login.text("data.access_token"));
  if (place !== undefined) {
    const here = { is_available: true, current_lat: place.lat, current_lng: place.lng };
    await client.patch("/partner/availability", here);
  }
  return { id, phone: body.phone_number, client };
}

/** A customer whose only address is at a place. */
export async function customerAt(world: ServiceWorld, place: Place): Promise<HttpClient> {
  const client = await customer(world);
  await client.post("/users/addresses", { ...HOME, ...place });
  return client;
}

/** Books one facial in cash and answers with the booking's id. */
export async function bookInCash(
  world: Outside,
  client: HttpClient,
  when: { readonly days?: number; readonly time?: string } = {},
): Promise<string> {
  const ids = await serviceIds(client, "Facial - Minimal");
  const booked = await book(world, client, { serviceIds: ids, method: "cash", ...when });
  return booked.text("data.booking.id");
}

/** A worker whom one customer has rated with 5, so that bookings find them by themselves. */
export async function ratedWorker(world: ServiceWorld, place: Place): Promise<Worker> {
  const worker = await newWorker(world, place);
  const client = await customer(world);
  const id = await bookInCash(world, client, { days: 2 });
  const staff = await admin(world);
  await staff.post(`/admin/bookings/${id}/assign-partner`, { partner_id: worker.id });
  await worker.client.post(`/partner/bookings/${id}/accept`);
  await worker.client.post(`/partner/bookings/${id}/complete`, {});
  const praise = { rating: 5, feedback: "Great service!" };
  const rated = await client.post(`/bookings/${id}/rate`, praise);
  if (rated.status !== 200) throw new Error(`not rated: ${rated.raw}`);
  return worker;
}
