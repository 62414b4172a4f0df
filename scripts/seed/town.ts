import type { Claims, Commands, Numbers } from "../../src/kernel/commands.js";
import { deriveId } from "../../src/kernel/ids.js";
import type { ServiceOffer } from "../../src/modules/catalogue/events.js";
import { DEMO_SERVICES } from "../../src/sandbox/demo/catalogue.js";
import type { PretendPast } from "../../src/platform/gateways/razorpay/pretend/past.js";
import type { Courses } from "./booking.js";
import { personOf, type Person } from "./people.js";

export interface Service {
  readonly id: string;
  readonly offer: ServiceOffer;
}

/** The log as stories write to it: event by event, or in bulk. */
export type SeedLog = Pick<Commands, "execute" | "load"> & {
  readonly claims: Claims;
  readonly numbers: Numbers;
};

/** Who and what the bookings are made of, and where they are written. */
export interface Town {
  readonly seed: string;
  readonly log: SeedLog;
  readonly past: PretendPast;
  readonly services: readonly Service[];
  readonly promotion: { readonly id: string; readonly code: string };
  readonly partners: readonly Person[];
  readonly customers: readonly Person[];
  readonly courses: Courses;
  readonly written: (events: number) => void;
}

export function townOf(
  parts: Pick<Town, "seed" | "log" | "past" | "courses" | "written">,
  size: { readonly partners: number; readonly customers: number },
): Town {
  const { seed } = parts;
  const people = (kind: "customer" | "partner", count: number) =>
    Array.from({ length: count }, (_, index) => personOf(seed, kind, index));
  return {
    ...parts,
    services: DEMO_SERVICES.map((offer, index) => ({
      id: deriveId("seed", seed, "service", index),
      offer,
    })),
    promotion: { id: deriveId("seed", seed, "promotion"), code: `FESTIVE-${seed}`.slice(0, 50) },
    partners: people("partner", size.partners),
    customers: people("customer", size.customers),
  };
}
