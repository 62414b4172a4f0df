import { minuteserv } from "../../src/markets/minuteserv/market.js";
import type { Answer } from "./answer.js";
import type { HttpClient } from "./http-client.js";
import { Manual } from "./manual.js";
import { admin, BASE, book, customer, HOME } from "./minuteserv.js";
import { partnerLogin } from "./minuteserv-partner.js";
import type { Token } from "./printed-text.js";
import { openServiceWorld, type ServiceWorld } from "./service.js";

const like = (name: string, form: RegExp): Token => ({ name, printed: form, answered: form });

/** What Minuteserv's document writes with a value of its own each time. */
const TOKENS: readonly Token[] = [
  like("a booking number", /BK-\d{8}-\d{6}/),
  like("a payout number", /PO-\d{8}-\d{3,}/),
  like("a partner code", /PT-\d{3,}/),
  like("an order of Razorpay", /order_\w+/),
  like("a payment of Razorpay", /pay_\w+/),
  { name: "an IP address", printed: /192\.168\.1\.1/, answered: /[\d.:a-f]+/ },
];

/** Counts and sums that follow from no scenario of this size. */
const FIGURES = [
  "data.pagination.total",
  "data.pagination.total_pages",
  ...["rating", "total_bookings", "completed_bookings", "total_earnings", "pending_payout"].flatMap(
    (name) => [`data.partner.${name}`, `data.partners.*.${name}`, `data.recent_partners.*.${name}`],
  ),
];

/** The words of the document's columns. */
export const BOOKING_WORDS = [
  "pending",
  "partner_assigned",
  "confirmed",
  "in_progress",
  "completed",
  "cancelled",
  "refunded",
] as const;

/** The document's own little world: its two services, SAVE10, John Doe at home, its staff. */
export interface DocumentWorld {
  readonly world: ServiceWorld;
  readonly manual: Manual;
  readonly nobody: HttpClient;
  readonly staff: HttpClient;
  readonly john: HttpClient;
  readonly home: string;
  /** Facial - Minimal and another at 1000.00 instead of 1200.00. */
  readonly services: readonly [string, string];
}

export const JOHN = "+911234567890";
export const PRIYA = "+919876543210";

/** The request that the document prints for an operation. */
export function requestTo(method: string, path: string): object {
  const found = minuteserv.routes.find((route) => route.method === method && route.path === path);
  if (found?.example === undefined) throw new Error(`${method} ${path} prints no request`);
  return found.example;
}

export async function openDocumentWorld(): Promise<DocumentWorld> {
  const world = await openServiceWorld({ RATE_LIMITS: "off" });
  const staff = await admin(world);
  await clearShelves(staff);
  const facial = requestTo("POST", "/admin/services");
  const waxing = { ...facial, name: "Waxing - Minimal", category: "Waxing" };
  const add = async (body: object) =>
    (await staff.post("/admin/services", body)).text("data.service.id");
  const services = [await add(facial), await add(waxing)] as const;
  const save10 = requestTo("POST", "/admin/promo-codes");
  await staff.post("/admin/promo-codes", { ...save10, valid_until: "2099-12-31T23:59:59Z" });
  const john = await customer(world, JOHN);
  const home = (await john.post("/users/addresses", HOME)).text("data.id");
  const manual = new Manual(minuteserv, { tokens: TOKENS, free: FIGURES });
  return { world, manual, nobody: world.http.at(BASE), staff, john, home, services };
}

/** Takes the demo's services off the catalogue. */
async function clearShelves(staff: HttpClient): Promise<void> {
  const listed = await staff.get("/admin/services");
  for (const { id } of listed.list("data.services") as readonly { id: string }[]) {
    await staff.delete(`/admin/services/${id}`);
  }
}

/** Orders both services; the first time with SAVE10, so for 1771.20. */
export function bookBoth(
  { world, services }: DocumentWorld,
  client: HttpClient,
  order: {
    readonly method?: "online" | "cash";
    readonly promo?: string;
    readonly time?: string;
    readonly days?: number;
  } = {},
): Promise<Answer> {
  return book(world, client, { serviceIds: services, ...order });
}

/** Priya Sharma as Create Partner prints her, verified, signed in and near John's home. */
export async function hirePriya({ world, staff, nobody }: DocumentWorld) {
  const made = await staff.post("/admin/partners", requestTo("POST", "/admin/partners"));
  const id = made.text("data.partner.id");
  await staff.post(`/admin/partners/${id}/verify`, { onboarding_status: "verified" });
  const login = await partnerLogin(world, PRIYA);
  const client = nobody.as(login.text("data.access_token"));
  await client.patch("/partner/availability", requestTo("PATCH", "/partner/availability"));
  return { id, client };
}
