import { z } from "zod";
import { toMajor } from "../../../kernel/money.js";
import type { AuditView } from "../../../../projections/audit/queries.js";
import type { FieldChanges } from "../../../../projections/audit/tables.js";
import { DEFAULT_SETTINGS } from "../policy.js";
import { documentStatus } from "../vocabulary.js";

export const auditLogSchema = z.object({
  id: z.uuid(),
  admin: z.object({ name: z.string(), email: z.string() }),
  action: z.string(),
  resource_type: z.string(),
  resource_id: z.string(),
  changes: z.record(z.string(), z.object({ old: z.unknown(), new: z.unknown() })),
  ip_address: z.string().nullable(),
  user_agent: z.string().nullable(),
  created_at: z.string(),
});

/** What the core calls otherwise than the document. */
const NAMES: Readonly<Record<string, string>> = {
  price: "product_cost",
  phone: "phone_number",
  categories: "service_categories",
  tiers: "service_tiers",
  radiusKm: "service_radius_km",
  onboarding: "onboarding_status",
  gross: "total_amount",
  net: "net_amount",
  kind: "discount_type",
  value: "discount_value",
  fixedValue: "discount_value",
  minOrder: "min_order_amount",
  perAccountLimit: "usage_limit",
  totalLimit: "total_usage_limit",
};

const MONEY = [
  "price",
  "marketPrice",
  "gross",
  "net",
  "refund_amount",
  "cancellation_fee",
  "fixedValue",
  "minOrder",
  "maxDiscount",
];

export function presentAuditLog(row: AuditView) {
  return {
    id: row.id,
    admin: { name: row.admin_name ?? "", email: row.admin_email ?? "" },
    action: row.action,
    resource_type: row.resource_type,
    resource_id: row.resource_id,
    changes: presentChanges(row.resource_type, row.changes),
    ip_address: row.ip,
    user_agent: row.user_agent,
    created_at: row.created_at,
  };
}

function presentChanges(type: string, changes: FieldChanges): FieldChanges {
  return Object.fromEntries(
    Object.entries(changes).map(([field, change]) => [
      NAMES[field] ?? snakeCase(field),
      {
        old: presentValue(type, field, change.old ?? defaultOf(type, field)),
        new: presentValue(type, field, change.new),
      },
    ]),
  );
}

/** Until it is turned, a setting is as the market's policy has it. */
function defaultOf(type: string, field: string): unknown {
  if (type !== "settings") return null;
  return Object.entries(DEFAULT_SETTINGS).find(([name]) => name === field)?.[1] ?? null;
}

function presentValue(type: string, field: string, value: unknown): unknown {
  if (MONEY.includes(field) && typeof value === "number") return toMajor(value);
  const isStatus = type === "booking" && field === "status" && typeof value === "string";
  return isStatus ? documentStatus(value) : value;
}

function snakeCase(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
