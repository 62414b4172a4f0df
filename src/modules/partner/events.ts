import type { EventCatalogue } from "../../kernel/event-catalogue.js";
import { ERASED, personal, PLAIN } from "../../kernel/event-catalogue.js";

interface About {
  readonly partnerId: string;
}

/** Wall time at the place of service; days as ISO 8601 counts them, 1 = Monday. */
export interface WorkingHours {
  /** `08:00` */
  readonly start: string;
  readonly end: string;
  readonly days: readonly number[];
}

export interface PartnerProfile {
  readonly name: string;
  readonly phone: string;
  readonly email: string | null;
  readonly address: string | null;
}

/** What verification needs; never shown to customers (Minuteserv, service_partners). */
export interface PartnerKyc {
  readonly aadharNumber: string | null;
  readonly panNumber: string | null;
  readonly bankAccountNumber: string | null;
  readonly ifscCode: string | null;
  readonly bankName: string | null;
}

/** What a partner can do and where. */
export interface Capabilities {
  readonly categories: readonly string[];
  readonly tiers: readonly string[];
  readonly radiusKm: number;
}

export interface PartnerRegistered extends About {
  readonly code: string;
  readonly capabilities: Capabilities;
  readonly workingHours: WorkingHours;
  readonly profile: PartnerProfile;
  readonly kyc: PartnerKyc;
}

/** The whole after the change, so that a reader needs no look back; diffs fall out of the log. */
export interface PartnerChanged extends About {
  readonly isActive: boolean;
  readonly capabilities: Capabilities;
  readonly profile: PartnerProfile;
  readonly kyc: PartnerKyc;
}

export interface PartnerAvailabilityChanged extends About {
  readonly isAvailable: boolean;
  /** Null keeps the last known position. */
  readonly lat: number | null;
  readonly lng: number | null;
}

export type PartnerEvent =
  | { readonly type: "PartnerRegistered"; readonly data: PartnerRegistered }
  | { readonly type: "PartnerChanged"; readonly data: PartnerChanged }
  | { readonly type: "PartnerSignedIn"; readonly data: About }
  | { readonly type: "PartnerVerified"; readonly data: About & Notes }
  | { readonly type: "PartnerRejected"; readonly data: About & Notes }
  | { readonly type: "PartnerAvailabilityChanged"; readonly data: PartnerAvailabilityChanged }
  | { readonly type: "PartnerWorkingHoursChanged"; readonly data: About & Hours };

interface Notes {
  readonly notes: string | null;
}

interface Hours {
  readonly workingHours: WorkingHours;
}

const ERASED_PROFILE: PartnerProfile = {
  name: ERASED,
  phone: ERASED,
  email: null,
  address: null,
};

const ERASED_KYC: PartnerKyc = {
  aadharNumber: null,
  panNumber: null,
  bankAccountNumber: null,
  ifscCode: null,
  bankName: null,
};

export const partnerEvents: EventCatalogue<PartnerEvent> = {
  PartnerRegistered: personal("partnerId", { profile: ERASED_PROFILE, kyc: ERASED_KYC }),
  PartnerChanged: personal("partnerId", { profile: ERASED_PROFILE, kyc: ERASED_KYC }),
  PartnerSignedIn: PLAIN,
  PartnerVerified: PLAIN,
  PartnerRejected: PLAIN,
  PartnerAvailabilityChanged: personal("partnerId", { lat: null, lng: null }),
  PartnerWorkingHoursChanged: PLAIN,
};
