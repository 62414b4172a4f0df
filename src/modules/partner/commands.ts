import type { Change } from "../../kernel/change.js";
import type {
  Capabilities,
  PartnerKyc,
  PartnerProfile,
  PartnerRegistered,
  WorkingHours,
} from "./events.js";

export interface RegisterPartner extends PartnerRegistered {
  readonly type: "RegisterPartner";
}

/** What is left out stays as it is. */
export interface ChangePartner {
  readonly type: "ChangePartner";
  readonly isActive?: boolean | undefined;
  readonly capabilities?: Change<Capabilities> | undefined;
  readonly profile?: Change<PartnerProfile> | undefined;
  readonly kyc?: Change<PartnerKyc> | undefined;
}

export interface VerifyPartner {
  readonly type: "VerifyPartner";
  readonly decision: "verified" | "rejected";
  readonly notes: string | null;
}

export interface ChangeAvailability {
  readonly type: "ChangeAvailability";
  readonly isAvailable: boolean;
  /** Null keeps the last known position. */
  readonly lat: number | null;
  readonly lng: number | null;
}

export interface ChangeWorkingHours {
  readonly type: "ChangeWorkingHours";
  readonly workingHours: WorkingHours;
}

export type PartnerCommand =
  | RegisterPartner
  | { readonly type: "SignIn" }
  | ChangePartner
  | VerifyPartner
  | ChangeAvailability
  | ChangeWorkingHours;
