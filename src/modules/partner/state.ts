import type { PartnerRegistered } from "./events.js";

export type Onboarding = "pending" | "verified" | "rejected";

export interface Partner extends PartnerRegistered {
  readonly isActive: boolean;
  readonly isAvailable: boolean;
  readonly onboarding: Onboarding;
  /** The last known position; null until one was told. */
  readonly lat: number | null;
  readonly lng: number | null;
}

/** Null until registered. */
export type PartnerState = Partner | null;
