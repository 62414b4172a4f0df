import { z } from "zod";
import { toMajor } from "../../../kernel/money.js";
import type { ServiceRow } from "../../../../projections/services.js";

export const serviceCardSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  category: z.string(),
  service_type: z.string(),
  tier: z.string(),
  product_cost: z.number(),
  market_price: z.number().nullable(),
  duration_minutes: z.int(),
  image_url: z.string().nullable(),
});

export function presentServiceCard(row: ServiceRow) {
  return {
    id: row.id,
    name: row.name,
    category: row.category,
    service_type: row.service_type,
    tier: row.tier,
    product_cost: toMajor(row.price),
    market_price: row.market_price === null ? null : toMajor(row.market_price),
    duration_minutes: row.duration_minutes,
    image_url: row.image_url,
  };
}

export const serviceDetailSchema = serviceCardSchema.extend({
  description: z.string().nullable(),
});

export function presentServiceDetail(row: ServiceRow) {
  return { ...presentServiceCard(row), description: row.description };
}

export const serviceAdminSchema = serviceDetailSchema.extend({
  is_active: z.boolean(),
  created_at: z.string(),
  updated_at: z.string(),
});

export function presentServiceForAdmin(row: ServiceRow) {
  return {
    ...presentServiceDetail(row),
    is_active: row.is_active,
    created_at: row.created_at,
    updated_at: row.updated_at,
  };
}
