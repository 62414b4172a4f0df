import { PLAIN, type EventCatalogue } from "../../kernel/event-catalogue.js";
import type { Side } from "./tree/shape.js";

interface Member {
  readonly memberId: string;
  /** The integer that the contract prints, for the member and for their node. */
  readonly number: number;
}

/** A position below another member: everything that is needed to put the newcomer there. */
export interface SeatTaken extends Member {
  readonly parentId: string;
  readonly parentNumber: number;
  readonly side: Side;
  /** The parent's and one. */
  readonly level: number;
  /** Whose referral it was: an ancestor, not always the parent. */
  readonly sponsorId: string;
}

/** The top of a tree has neither parent, side nor sponsor. */
export interface TopPlace extends Member {
  readonly parentId: null;
  readonly parentNumber: null;
  readonly side: null;
  readonly level: 0;
  readonly sponsorId: null;
}

export type NodeEvent =
  /** Where the member stands, on the member's own stream: once and for ever. */
  | { readonly type: "MemberPlaced"; readonly data: SeatTaken | TopPlace }
  /** Who has a position below this member, on this member's stream: nobody else gets it. */
  | { readonly type: "SeatTaken"; readonly data: SeatTaken };

export const nodeEvents: EventCatalogue<NodeEvent> = { MemberPlaced: PLAIN, SeatTaken: PLAIN };
