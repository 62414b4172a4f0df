import { randomInt } from "node:crypto";
import type { HttpClient } from "./http-client.js";
import { admin, BASE, book, newPhone, otpSentTo, pay, serviceIds } from "./minuteserv.js";
import type { ServiceWorld } from "./service.js";

/** A verified partner, by the numbers that are theirs alone. */
export interface KnownPartner {
  readonly id: string;
  readonly phone: string;
  readonly aadhar: string;
}

export function newAadhar(): string {
  return String(randomInt(100_000_000_000, 999_999_999_999));
}

/** Registers and verifies a partner of everything; `change` names what is to be otherwise. */
export async function newPartner(
  world: ServiceWorld,
  change: Readonly<Record<string, unknown>> = {},
): Promise<KnownPartner> {
  const staff = await admin(world);
  const [phone, aadhar] = [newPhone(), newAadhar()];
  const registered = await staff.post("/admin/partners", {
    name: "Asha Rao",
    phone_number: phone,
    aadhar_number: aadhar,
    service_categories: ["Facial", "Waxing"],
    service_tiers: ["Minimal", "Exclusive", "E-Lite"],
    working_hours: { start: "07:00", end: "21:00", days: [1, 2, 3, 4, 5, 6, 7] },
    service_radius_km: 25,
    ...change,
  });
  const id = registered.text("data.partner.id");
  await staff.post(`/admin/partners/${id}/verify`, { onboarding_status: "verified" });
  return { id, phone, aadhar };
}

/** A partner's client, signed in by phone. */
export async function signIn(world: ServiceWorld, phone: string): Promise<HttpClient> {
  const http = world.http.at(BASE);
  await http.post("/auth/send-otp", { phone_number: phone, purpose: "login" });
  const login = { phone_number: phone, otp_code: await otpSentTo(world, phone) };
  return http.as((await http.post("/partner/auth/login", login)).text("data.access_token"));
}

/** A booking of one facial, paid unless in cash, that the partner has accepted; its id. */
export async function acceptedBooking(
  world: ServiceWorld,
  client: HttpClient,
  partner: { readonly id: string; readonly client: HttpClient },
  order: {
    readonly days?: number;
    readonly time?: string;
    readonly method?: "online" | "cash";
  } = {},
): Promise<string> {
  const ids = await serviceIds(client, "Facial - Minimal");
  const booked = await book(world, client, { serviceIds: ids, method: "cash", ...order });
  const id = booked.text("data.booking.id");
  if (order.method === "online") await pay(world, booked.text("data.payment.order_id"));
  const staff = await admin(world);
  await staff.post(`/admin/bookings/${id}/assign-partner`, { partner_id: partner.id });
  const accepted = await partner.client.post(`/partner/bookings/${id}/accept`);
  if (accepted.status !== 200) throw new Error(`not accepted: ${accepted.raw}`);
  return id;
}
