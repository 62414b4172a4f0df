import { firstRow, type ReadModel } from "../src/kernel/read-model.js";
import { defineTable } from "../src/kernel/table.js";
import type { PartnerKyc, WorkingHours } from "../src/modules/partner/events.js";

export interface PartnerRow {
  readonly id: string;
  readonly marketplace: string;
  readonly code: string;
  readonly name: string;
  readonly phone: string;
  readonly email: string | null;
  readonly address: string | null;
  readonly kyc: PartnerKyc;
  readonly categories: readonly string[];
  readonly tiers: readonly string[];
  readonly radius_km: number;
  readonly working_hours: WorkingHours;
  /** Of a day, so that nobody need read the hours for it. */
  readonly working_minutes: number;
  readonly is_active: boolean;
  readonly is_available: boolean;
  readonly onboarding_status: string;
  readonly current_lat: number | null;
  readonly current_lng: number | null;
  readonly last_seen_at: string | null;
  readonly rating_sum: number;
  readonly rating_count: number;
  readonly total_bookings: number;
  readonly completed_bookings: number;
  readonly cancelled_bookings: number;
  readonly total_earnings: number;
  readonly pending_payout: number;
  readonly created_at: string;
  readonly updated_at: string;
}

export const partnersTable = defineTable<PartnerRow>({
  name: "partners",
  key: ["id"],
  columns: {
    id: "text",
    marketplace: "text",
    code: "text",
    name: "text",
    phone: "text",
    email: "text?",
    address: "text?",
    kyc: "json",
    categories: "json",
    tiers: "json",
    radius_km: "double",
    working_hours: "json",
    working_minutes: "integer",
    is_active: "boolean",
    is_available: "boolean",
    onboarding_status: "text",
    current_lat: "double?",
    current_lng: "double?",
    last_seen_at: "timestamptz?",
    rating_sum: "integer",
    rating_count: "integer",
    total_bookings: "integer",
    completed_bookings: "integer",
    cancelled_bookings: "integer",
    total_earnings: "bigint",
    pending_payout: "bigint",
    created_at: "timestamptz",
    updated_at: "timestamptz",
  },
  indexes: [
    { columns: ["marketplace", "phone"] },
    { columns: ["marketplace", "created_at", "id"] },
    { columns: ["marketplace"], where: "NOT is_active" },
    {
      columns: ["marketplace", "current_lat", "current_lng"],
      where: "is_active AND is_available AND onboarding_status = 'verified'",
    },
  ],
});

/** The mean of a partner's ratings with two decimals, 0 before the first (rating.03). */
export function meanRating(row: Pick<PartnerRow, "rating_sum" | "rating_count">): number {
  if (row.rating_count === 0) return 0;
  return Math.round((row.rating_sum / row.rating_count) * 100) / 100;
}

export function partnerById(
  reads: ReadModel,
  marketplace: string,
  id: string,
): Promise<PartnerRow | undefined> {
  return firstRow(reads, "SELECT * FROM partners WHERE marketplace = $1 AND id = $2", [
    marketplace,
    id,
  ]);
}

/** For signing in; a phone number is unique among a market's partners. */
export function partnerByPhone(
  reads: ReadModel,
  marketplace: string,
  phone: string,
): Promise<PartnerRow | undefined> {
  return firstRow(reads, "SELECT * FROM partners WHERE marketplace = $1 AND phone = $2", [
    marketplace,
    phone,
  ]);
}
