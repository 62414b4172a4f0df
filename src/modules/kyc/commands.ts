import type { KycSubmitted, Reviewer } from "./events.js";

export interface SubmitKyc extends KycSubmitted {
  readonly type: "SubmitKyc";
}

export interface ApproveKyc extends Reviewer {
  readonly type: "ApproveKyc";
}

export interface RejectKyc extends Reviewer {
  readonly type: "RejectKyc";
  readonly reason: string;
}

export type KycCommand = SubmitKyc | ApproveKyc | RejectKyc;
