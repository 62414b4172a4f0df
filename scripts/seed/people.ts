import { deriveId } from "../../src/kernel/ids.js";
import type { MappedAddress } from "../../src/modules/account/events.js";
import { randomOf, type Random } from "./random.js";

/** Somebody of the made-up town. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly addressId: string;
  readonly address: MappedAddress;
}

const FIRST = ["Aarav", "Ananya", "Diya", "Farhan", "Ishaan", "Kavya", "Meera", "Nikhil", "Priya"];
const LAST = ["Banerjee", "Chatterjee", "Das", "Ghosh", "Iyer", "Khan", "Mitra", "Roy", "Sharma"];
const STREETS = ["Park Street", "Lake Road", "Gariahat Road", "Camac Street", "Elgin Road"];

/** Everybody lives within a dozen kilometres of this point in Kolkata. */
const CENTRE = { lat: 22.5726, lng: 88.3639 };

/** The nth person of a kind; the same one for the same seed. */
export function personOf(seed: string, kind: "customer" | "partner", index: number): Person {
  const random = randomOf(seed, kind, index);
  const name = `${random.pick(FIRST)} ${random.pick(LAST)}`;
  const digits = String(random.between(0, 999_999_999)).padStart(9, "0");
  const phone = `+91${random.between(6, 9)}${digits}`;
  return {
    id: deriveId("seed", seed, kind, index),
    name,
    phone,
    email: `${name.toLowerCase().replace(" ", ".")}.${kind}${index}@example.com`,
    addressId: deriveId("seed", seed, kind, index, "home"),
    address: homeOf(name, random),
  };
}

function homeOf(name: string, random: Random): MappedAddress {
  return {
    name: `${name}, home`,
    line1: `${random.between(1, 240)} ${random.pick(STREETS)}`,
    line2: null,
    city: "Kolkata",
    state: "West Bengal",
    pincode: `7000${String(random.between(1, 99)).padStart(2, "0")}`,
    lat: CENTRE.lat + (random.next() - 0.5) / 8,
    lng: CENTRE.lng + (random.next() - 0.5) / 8,
    placeId: null,
  };
}
