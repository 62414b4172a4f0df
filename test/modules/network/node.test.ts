import test from "ava";
import type { NodeEvent, SeatTaken, TopPlace } from "../../../src/modules/network/events.js";
import { nodes } from "../../../src/modules/network/node.js";
import { given } from "../scenario.js";

const top: TopPlace = {
  memberId: "anna",
  number: 1,
  parentId: null,
  parentNumber: null,
  side: null,
  level: 0,
  sponsorId: null,
};

const seat: SeatTaken = {
  memberId: "ben",
  number: 2,
  parentId: "anna",
  parentNumber: 1,
  side: "left",
  level: 1,
  sponsorId: "anna",
};

const annaStands: NodeEvent = { type: "MemberPlaced", data: top };
const benSits: NodeEvent = { type: "SeatTaken", data: seat };
const takeLeft = {
  type: "TakeSeat",
  side: "left",
  memberId: "ben",
  number: 2,
  sponsorId: "anna",
} as const;

test("a sponsor without a node becomes the top of a tree (EV-R127)", (t) => {
  given(t, nodes).when({ type: "PlaceMember", place: top }).yields(annaStands);
});

test("a free side is given with the parent's number and the level below the parent", (t) => {
  given(t, nodes, annaStands).when(takeLeft).yields(benSits);
});

test("the level counts on below a member who is no top", (t) => {
  const below = {
    ...seat,
    memberId: "cleo",
    number: 3,
    parentId: "ben",
    parentNumber: 2,
    level: 2,
  };
  given(t, nodes, { type: "MemberPlaced", data: seat })
    .when({ ...takeLeft, memberId: "cleo", number: 3 })
    .yields({ type: "SeatTaken", data: below });
});

test("a side is taken once; its holder may ask again", (t) => {
  given(t, nodes, annaStands, benSits).when(takeLeft).yields();
  given(t, nodes, annaStands, benSits)
    .when({ ...takeLeft, memberId: "cleo" })
    .refuses("conflict", "seat_taken");
  given(t, nodes, annaStands, benSits)
    .when({ ...takeLeft, memberId: "cleo", number: 3, side: "right" })
    .yields({ type: "SeatTaken", data: { ...seat, memberId: "cleo", number: 3, side: "right" } });
});

test("nobody sits below a member who has no place", (t) => {
  given(t, nodes).when(takeLeft).refuses("conflict", "parent_not_placed");
});

test("a member has one place for ever", (t) => {
  const placed: NodeEvent = { type: "MemberPlaced", data: seat };
  given(t, nodes).when({ type: "PlaceMember", place: seat }).yields(placed);
  given(t, nodes, placed).when({ type: "PlaceMember", place: seat }).yields();
  for (const place of [{ ...seat, side: "right" } as const, { ...seat, parentId: "eve" }, top]) {
    given(t, nodes, placed)
      .when({ type: "PlaceMember", place: { ...place, memberId: "ben" } })
      .refuses("conflict", "already_placed");
  }
});
