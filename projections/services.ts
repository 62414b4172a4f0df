import type { Of } from "../src/kernel/event.js";
import { defineProjection } from "../src/kernel/projection.js";
import { firstRow, type ReadModel } from "../src/kernel/read-model.js";
import { defineTable } from "../src/kernel/table.js";
import type { ServiceEvent } from "../src/modules/catalogue/events.js";

export interface ServiceRow {
  readonly id: string;
  readonly marketplace: string;
  readonly name: string;
  readonly description: string | null;
  readonly category: string;
  readonly service_type: string;
  readonly tier: string;
  readonly currency: string;
  readonly price: number;
  readonly market_price: number | null;
  readonly duration_minutes: number;
  readonly image_url: string | null;
  readonly is_active: boolean;
  readonly created_at: string;
  readonly updated_at: string;
}

const table = defineTable<ServiceRow>({
  name: "services",
  key: ["id"],
  columns: {
    id: "text",
    marketplace: "text",
    name: "text",
    description: "text?",
    category: "text",
    service_type: "text",
    tier: "text",
    currency: "text",
    price: "bigint",
    market_price: "bigint?",
    duration_minutes: "integer",
    image_url: "text?",
    is_active: "boolean",
    created_at: "timestamptz",
    updated_at: "timestamptz",
  },
  indexes: [{ columns: ["marketplace", "category", "tier"] }],
});

/** The catalogue of every market. */
export const services = defineProjection<ServiceEvent>({
  name: "services",
  version: 1,
  tables: [table],
  on: {
    ServiceAdded: (event, rows) =>
      rows.insert(table, {
        id: event.data.serviceId,
        marketplace: event.metadata.marketplace,
        ...offered(event),
        created_at: event.metadata.occurredAt,
        updated_at: event.metadata.occurredAt,
      }),
    ServiceChanged: (event, rows) =>
      rows.patch(
        table,
        { id: event.data.serviceId },
        { ...offered(event), updated_at: event.metadata.occurredAt },
      ),
    ServiceRetired: ({ data, metadata }, rows) =>
      rows.patch(
        table,
        { id: data.serviceId },
        { is_active: false, updated_at: metadata.occurredAt },
      ),
  },
});

function offered({ data }: Of<ServiceEvent, "ServiceAdded" | "ServiceChanged">) {
  const { offer } = data;
  return {
    name: offer.name,
    description: offer.description,
    category: offer.category,
    service_type: offer.serviceType,
    tier: offer.tier,
    currency: offer.currency,
    price: offer.price,
    market_price: offer.marketPrice,
    duration_minutes: offer.durationMinutes,
    image_url: offer.imageUrl,
    is_active: offer.isActive,
  };
}

export interface ServiceFilter {
  readonly category?: string | undefined;
  readonly tier?: string | undefined;
  readonly isActive?: boolean | undefined;
}

export function servicesWhere(
  reads: ReadModel,
  marketplace: string,
  filter: ServiceFilter,
): Promise<ServiceRow[]> {
  return reads.rows(
    `SELECT * FROM services
      WHERE marketplace = $1
        AND ($2::text IS NULL OR category = $2)
        AND ($3::text IS NULL OR tier = $3)
        AND ($4::boolean IS NULL OR is_active = $4)
      ORDER BY category, name, id`,
    [marketplace, filter.category ?? null, filter.tier ?? null, filter.isActive ?? null],
  );
}

export function serviceById(
  reads: ReadModel,
  marketplace: string,
  id: string,
): Promise<ServiceRow | undefined> {
  return firstRow(reads, "SELECT * FROM services WHERE marketplace = $1 AND id = $2", [
    marketplace,
    id,
  ]);
}

/** The active ones among the ids; the caller keeps order and repetitions. */
export function activeServices(
  reads: ReadModel,
  marketplace: string,
  ids: readonly string[],
): Promise<ServiceRow[]> {
  return reads.rows(
    "SELECT * FROM services WHERE marketplace = $1 AND id = ANY($2) AND is_active",
    [marketplace, ids],
  );
}
