import type { SeatTaken, TopPlace } from "./events.js";
import type { Side } from "./tree/shape.js";

/** To the member above: gives the side to the newcomer if it is free. */
export interface TakeSeat {
  readonly type: "TakeSeat";
  readonly side: Side;
  readonly memberId: string;
  readonly number: number;
  readonly sponsorId: string;
}

/** To the member: the place is a seat that was taken for them, or the top of a tree. */
export interface PlaceMember {
  readonly type: "PlaceMember";
  readonly place: SeatTaken | TopPlace;
}

export type NodeCommand = TakeSeat | PlaceMember;
