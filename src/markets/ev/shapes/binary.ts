import { z } from "zod";
import { toMajorText } from "../../../kernel/money.js";
import type { ReferralTree } from "../../../modules/network/referral-tree.js";
import type { NodeRow } from "../../../../projections/network/tables.js";
import type { PairRow } from "../../../../projections/pairs.js";
import type { MatchedPair } from "../binary/match-pair.js";
import { moment, momentText, moneyText } from "./values.js";

/** A node's id is its member's number, as is its user: nobody has two. */
export const nodeSchema = z.object({
  id: z.int(),
  user: z.int(),
  parent: z.int().nullable(),
  side: z.enum(["left", "right"]).nullable(),
  level: z.int(),
  left_count: z.int(),
  right_count: z.int(),
  created_at: momentText,
});

export function presentNode(row: NodeRow, tree: ReferralTree) {
  const { left, right } = tree.legs(row.member_id);
  return {
    id: row.number,
    user: row.number,
    parent: row.parent_number,
    side: row.side,
    level: row.level,
    left_count: left.members,
    right_count: right.members,
    created_at: moment(row.created_at),
  };
}

const pair = {
  id: z.int(),
  user: z.int(),
  left_user: z.int(),
  right_user: z.int(),
  pair_amount: moneyText,
  earning_amount: moneyText,
  status: z.enum(["matched", "processed"]),
  pair_month: z.int(),
  pair_year: z.int(),
  /** It is created by being matched: both answers tell both. */
  matched_at: momentText,
  created_at: momentText,
};

/** Check for Binary Pairs: the pair as it was made. */
export const matchedPairSchema = z.object(pair);

export function presentMatchedPair({ data, metadata }: MatchedPair) {
  return {
    id: data.number,
    user: data.earnerNumber,
    left_user: data.left.number,
    right_user: data.right.number,
    pair_amount: toMajorText(data.pairAmount),
    earning_amount: toMajorText(data.earning),
    status: "matched",
    pair_month: data.month,
    pair_year: data.year,
    matched_at: moment(metadata.occurredAt),
    created_at: moment(metadata.occurredAt),
  };
}

/** List Binary Pairs: as they are now. */
export const pairSchema = z.object(pair);

export function presentPair(row: PairRow) {
  return {
    id: row.number,
    user: row.earner_number,
    left_user: row.left_number,
    right_user: row.right_number,
    pair_amount: toMajorText(row.pair_amount),
    earning_amount: toMajorText(row.earning),
    status: row.status,
    pair_month: row.month,
    pair_year: row.year,
    matched_at: moment(row.matched_at),
    created_at: moment(row.matched_at),
  };
}

/** A pair has one earning, so the earning has the pair's number. */
export const earningSchema = z.object({
  id: z.int(),
  user: z.int(),
  binary_pair: z.int(),
  amount: moneyText,
  pair_number: z.int(),
  emi_deducted: moneyText,
  net_amount: moneyText,
  created_at: momentText,
});

export function presentEarning(row: PairRow) {
  return {
    id: row.number,
    user: row.earner_number,
    binary_pair: row.number,
    amount: toMajorText(row.earning),
    pair_number: row.pair_number,
    emi_deducted: toMajorText(row.emi_deducted),
    net_amount: toMajorText(row.net),
    created_at: moment(row.matched_at),
  };
}
