export interface Kyc {
  readonly accountId: string;
  readonly status: "pending" | "approved" | "rejected";
  /** Empty unless it is rejected. */
  readonly reason: string;
}

/** Null until it is submitted. */
export type KycState = Kyc | null;
