import { randomInt } from "node:crypto";
import { z } from "zod";
import { answering, anything } from "./answers.js";
import type { Api } from "./api.js";
import type { Client } from "./client.js";
import { TourClock } from "./clock.js";
import { customerSignsIn, newPhone, partnerSignsIn, staffSignsIn } from "./sign-in.js";
import { TourFailed } from "./tour-failed.js";
import type { Customer, Partner, Town } from "./town.js";

/** Who starts to work today. */
export const PARTNERS = [
  "Priya Sharma",
  "Anjali Das",
  "Meera Iyer",
  "Rekha Nair",
  "Sunita Rao",
  "Pooja Sen",
];

const CUSTOMERS = [
  "Aarti Gupta",
  "Bhavna Joshi",
  "Charu Mehta",
  "Divya Pillai",
  "Esha Kapoor",
  "Farah Khan",
  "Gauri Patil",
  "Hema Reddy",
  "Isha Bose",
  "Jaya Menon",
  "Kavya Shetty",
  "Leela Ghosh",
];

interface Place {
  readonly lat: number;
  readonly lng: number;
}

const created = answering(z.object({ id: z.string() }));
const createdPartner = answering(z.object({ partner: z.object({ id: z.string() }) }));
const catalog = answering(
  z.object({
    all_services: z.array(
      z.object({ id: z.string(), category: z.string(), duration_minutes: z.number() }),
    ),
  }),
);

/** A city that no earlier tour's partners work in, so that only today's are near. */
function newCity(): Place {
  return { lat: randomInt(1_000, 3_000) / 100, lng: randomInt(7_200, 9_000) / 100 };
}

/** Within two kilometres. */
function near({ lat, lng }: Place): Place {
  return { lat: lat + randomInt(-100, 100) / 10_000, lng: lng + randomInt(-100, 100) / 10_000 };
}

/** Opens the day at seven in the morning: staff, a promo code, partners, customers. */
export async function openTown(api: Api): Promise<Town> {
  const clock = new TourClock(api);
  const day = await clock.nextDay();
  await clock.reach(day.at(7));
  const staff = await staffSignsIn(api);
  const city = newCity();
  const customers: Customer[] = [];
  for (const name of CUSTOMERS) customers.push(await arrives(api, name, near(city)));
  const short = await shortServices(customers);
  const categories = [...new Set(short.map(({ category }) => category))];
  const partners: Partner[] = [];
  for (const name of PARTNERS) partners.push(await joins(api, staff, name, categories, near(city)));
  const serviceIds = short.map(({ id }) => id);
  return { api, clock, day, staff, partners, customers, serviceIds, promoCode: await promo(staff) };
}

/** An hour at most, so that every partner can be at a visit every hour. */
async function shortServices([anybody]: readonly Customer[]) {
  const catalogue = await anybody?.client.get("/services/catalog", catalog);
  const all = catalogue?.data.all_services ?? [];
  const short = all.filter(({ duration_minutes: minutes }) => minutes <= 60);
  if (short.length > 0) return short;
  throw new TourFailed("the catalogue has no service of an hour or less; is DEMO_DATA on?");
}

async function joins(
  api: Api,
  staff: Client,
  name: string,
  categories: readonly string[],
  place: Place,
): Promise<Partner> {
  const phone = newPhone();
  const registration = {
    name,
    phone_number: phone,
    aadhar_number: String(randomInt(100_000_000_000, 999_999_999_999)),
    pan_number: "ABCDE1234F",
    bank_account_number: "1234567890",
    ifsc_code: "SBIN0001234",
    bank_name: "State Bank of India",
    service_categories: categories,
    service_tiers: ["Minimal", "Exclusive", "E-Lite"],
    working_hours: { start: "08:00", end: "20:00", days: [1, 2, 3, 4, 5, 6, 7] },
    service_radius_km: 10,
  };
  const { data } = await staff.post("/admin/partners", registration, createdPartner);
  const { id } = data.partner;
  const verdict = { onboarding_status: "verified", notes: "All documents verified" };
  await staff.post(`/admin/partners/${id}/verify`, verdict, anything);
  const client = await partnerSignsIn(api, phone);
  const here = { is_available: true, current_lat: place.lat, current_lng: place.lng };
  await client.patch("/partner/availability", here, anything);
  return { id, name, client };
}

async function arrives(api: Api, name: string, place: Place): Promise<Customer> {
  const phone = newPhone();
  const client = await customerSignsIn(api, phone);
  const home = {
    name: "Home",
    address_line1: "12 Lake Road",
    city: "Kolkata",
    state: "West Bengal",
    pincode: "700029",
    ...place,
  };
  const { data } = await client.post("/users/addresses", home, created);
  return { name, phone, client, addressId: data.id };
}

async function promo(staff: Client): Promise<string> {
  const code = `TOUR${randomInt(100_000, 999_999)}`;
  const terms = { discount_type: "percentage", discount_value: 10, usage_limit: 1 };
  await staff.post("/admin/promo-codes", { code, ...terms }, anything);
  return code;
}
