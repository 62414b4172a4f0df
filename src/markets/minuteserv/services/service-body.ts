import { z } from "zod";
import type { Change } from "../../../kernel/change.js";
import type { ServiceOffer } from "../../../modules/catalogue/events.js";
import { rupees, text } from "../shapes/fields.js";
import { SERVICE_TIERS } from "../vocabulary.js";

/** A day: nobody is booked for longer. */
const LONGEST_MINUTES = 24 * 60;

const minutes = z.int().min(1).max(LONGEST_MINUTES);

/** What Create Service takes; lengths as its columns have them (services). */
export const serviceBody = z.object({
  name: text(255),
  description: text(5_000).nullish(),
  category: text(100),
  service_type: text(100),
  tier: z.enum(SERVICE_TIERS),
  product_cost: rupees,
  market_price: rupees.nullish(),
  duration_minutes: minutes.default(60),
  image_url: z
    .url({ protocol: /^https?$/ })
    .max(2_000)
    .nullish(),
});

/** What Update Service takes: the fields that change, and whether the service is on offer. */
export const serviceChangeBody = serviceBody.partial().extend({
  // A default would change a duration that nobody spoke of.
  duration_minutes: minutes.optional(),
  is_active: z.boolean().optional(),
});

export function serviceOffer(body: z.output<typeof serviceBody>): ServiceOffer {
  return {
    name: body.name,
    description: body.description ?? null,
    category: body.category,
    serviceType: body.service_type,
    tier: body.tier,
    currency: "INR",
    price: body.product_cost,
    marketPrice: body.market_price ?? null,
    durationMinutes: body.duration_minutes,
    imageUrl: body.image_url ?? null,
    isActive: true,
  };
}

/** Only what the request names. */
export function serviceChange(body: z.output<typeof serviceChangeBody>): Change<ServiceOffer> {
  return {
    name: body.name,
    description: body.description,
    category: body.category,
    serviceType: body.service_type,
    tier: body.tier,
    price: body.product_cost,
    marketPrice: body.market_price,
    durationMinutes: body.duration_minutes,
    imageUrl: body.image_url,
    isActive: body.is_active,
  };
}
