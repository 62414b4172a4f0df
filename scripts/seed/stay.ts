import type { Actor } from "../../src/kernel/event.js";
import type { Order } from "./order.js";
import type { Pen } from "./pen.js";
import type { Person } from "./people.js";
import type { Random } from "./random.js";
import type { Town } from "./town.js";

/** One booking on its way through the town: what every part of its story needs. */
export interface Stay {
  readonly town: Town;
  readonly pen: Pen;
  readonly random: Random;
  readonly customer: Person;
  /** Who is offered the booking first, and who if they decline. */
  readonly partners: readonly [Person, Person];
  readonly bookingId: string;
  readonly paymentId: string;
  readonly order: Order;
}

export function customerOf({ customer }: Stay): Actor {
  return { id: customer.id, role: "customer" };
}

export function partnerActor({ id }: Person): Actor {
  return { id, role: "partner" };
}

export const GATEWAY: Actor = { id: "razorpay", role: "gateway" };
export const ADMIN: Actor = { id: "seed-admin", role: "admin" };
