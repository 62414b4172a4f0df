import { newId } from "../../src/kernel/ids.js";
import { DAY } from "../../src/kernel/clock.js";
import { localDate } from "../../src/markets/minuteserv/visit.js";
import { HttpConnection, type Heard } from "./http-connection.js";

const BASE = "/minuteserv/v1";

/** A signed-in customer on a connection of their own. */
export interface Customer {
  readonly connection: HttpConnection;
  readonly headers: Readonly<Record<string, string>>;
  readonly addressId: string;
  readonly serviceId: string;
}

/** What an order is confirmed with, once. */
export type Confirmation = Readonly<Record<string, unknown>>;

/** The value at a path of a JSON answer such as `data.booking.id`; throws on a refusal. */
function textAt({ status, body }: Heard, path: string): string {
  let value: unknown = status < 300 ? JSON.parse(body) : undefined;
  for (const name of path.split(".")) {
    const known = typeof value === "object" && value !== null ? value : {};
    value = (known as Readonly<Record<string, unknown>>)[name];
  }
  if (typeof value !== "string") throw new Error(`${path} is not in ${status} ${body}`);
  return value;
}

const HOME = {
  name: "Home",
  address_line1: "123 Main St",
  city: "Kolkata",
  state: "West Bengal",
  pincode: "700032",
  lat: 22.5726,
  lng: 88.3639,
};

/** Somebody's connection and what their requests prove themselves with. */
export type SignedIn = Pick<Customer, "connection" | "headers">;

/** Enters with a phone number and the code in the outbox; who is new is signed up. */
export async function enter(url: URL, phone: string): Promise<SignedIn> {
  const connection = new HttpConnection(url);
  const otp = { phone_number: phone, purpose: "login" };
  await connection.send("POST", `${BASE}/auth/send-otp`, {}, otp);
  const to = `/sandbox/outbox?to=${encodeURIComponent(phone)}`;
  const code = textAt(await connection.send("GET", to, {}), "messages.0.data.otp");
  const proof = { ...otp, otp_code: code };
  const entered = await connection.send("POST", `${BASE}/auth/verify-otp`, {}, proof);
  const headers = { authorization: `Bearer ${textAt(entered, "data.access_token")}` };
  return { connection, headers };
}

/** Enters as the sandbox's super admin. */
export async function enterAsStaff(url: URL): Promise<SignedIn> {
  const connection = new HttpConnection(url);
  const login = { email: "admin@minuteserv.com", password: "password123" };
  const entered = await connection.send("POST", `${BASE}/admin/auth/login`, {}, login);
  const headers = { authorization: `Bearer ${textAt(entered, "data.access_token")}` };
  return { connection, headers };
}

/** Reads below the market's base; throws unless it is answered. */
export async function get({ connection, headers }: SignedIn, path: string): Promise<string> {
  const { status, body } = await connection.send("GET", `${BASE}${path}`, headers);
  if (status !== 200) throw new Error(`${path} answered ${status} ${body}`);
  return body;
}

/** Signs a new customer up, with an address. */
export async function signUp(url: URL, index: number): Promise<Customer> {
  const phone = `+9155${String(Date.now() % 100_000).padStart(5, "0")}${100 + (index % 900)}`;
  const { connection, headers } = await enter(url, phone);
  const home = await connection.send("POST", `${BASE}/users/addresses`, headers, HOME);
  const addressId = textAt(home, "data.id");
  const catalog = await connection.send("GET", `${BASE}/services/catalog`, headers);
  const serviceId = textAt(catalog, "data.all_services.0.id");
  return { connection, headers, addressId, serviceId };
}

/** Prepares a checkout; it is good for two minutes. */
export async function prepare(customer: Customer): Promise<Confirmation> {
  const { connection, headers, addressId, serviceId } = customer;
  const booking_date = localDate(Date.now() + 3 * DAY);
  const asked = { service_ids: [serviceId], booking_date };
  const prepared = await connection.send("POST", `${BASE}/checkout/prepare`, headers, asked);
  return {
    preview_id: textAt(prepared, "data.preview_id"),
    payment_method: "online",
    address_id: addressId,
    booking_date,
    booking_time: "10:00 AM",
    customer_name: "John Doe",
    customer_phone: "+911234567890",
    customer_email: "john@example.com",
    cancellation_policy_accepted: true,
  };
}

/** Confirms a booking and gives its id. */
export async function confirm(customer: Customer, asked: Confirmation): Promise<string> {
  const headers = { ...customer.headers, "x-idempotency-key": newId() };
  const path = `${BASE}/checkout/confirm`;
  return textAt(await customer.connection.send("POST", path, headers, asked), "data.booking.id");
}

export async function read(customer: Customer, bookingId: string): Promise<void> {
  const path = `${BASE}/bookings/${bookingId}`;
  textAt(await customer.connection.send("GET", path, customer.headers), "data.id");
}
