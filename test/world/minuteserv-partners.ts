import type { HttpClient } from "./http-client.js";
import { admin, BASE, book, pay, serviceIds } from "./minuteserv.js";
import { partnerBody, partnerLogin } from "./minuteserv-partner.js";
import type { ServiceWorld } from "./service.js";

/** A verified partner, by the numbers that are theirs alone. */
export interface KnownPartner {
  readonly id: string;
  readonly phone: string;
  readonly aadhar: string;
}

/** Registers and verifies a partner; `change` names what is to be otherwise. */
export async function newPartner(
  world: ServiceWorld,
  change: Readonly<Record<string, unknown>> = {},
): Promise<KnownPartner> {
  const staff = await admin(world);
  const body = partnerBody({ name: "Asha Rao", service_radius_km: 25, ...change });
  const registered = await staff.post("/admin/partners", body);
  const id = registered.text("data.partner.id");
  await staff.post(`/admin/partners/${id}/verify`, { onboarding_status: "verified" });
  return { id, phone: body.phone_number, aadhar: body.aadhar_number };
}

/** A partner's client, signed in by phone. */
export async function signIn(world: ServiceWorld, phone: string): Promise<HttpClient> {
  const login = await partnerLogin(world, phone);
  return world.http.at(BASE).as(login.text("data.access_token"));
}

/** A partner who is signed in. */
export interface Hired {
  readonly id: string;
  readonly client: HttpClient;
}

/** A booking of one facial, paid unless in cash, that the partner has accepted; its id. */
export async function acceptedBooking(
  world: ServiceWorld,
  client: HttpClient,
  partner: Hired,
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
