import { defineTable } from "../../src/kernel/table.js";

export interface NodeRow {
  readonly member_id: string;
  readonly marketplace: string;
  readonly number: number;
  readonly parent_id: string | null;
  readonly parent_number: number | null;
  /** left, right */
  readonly side: string | null;
  readonly level: number;
  readonly sponsor_id: string | null;
  readonly created_at: string;
  /** In the log. */
  readonly position: number;
}

export const networkNodesTable = defineTable<NodeRow>({
  name: "network_nodes",
  key: ["member_id"],
  columns: {
    member_id: "text",
    marketplace: "text",
    number: "bigint",
    parent_id: "text?",
    parent_number: "bigint?",
    side: "text?",
    level: "integer",
    sponsor_id: "text?",
    created_at: "timestamptz",
    position: "bigint",
  },
  indexes: [{ columns: ["position"] }, { columns: ["marketplace", "number"] }],
});

/** When a member was activated, placed or not. */
export interface ActivationRow {
  readonly member_id: string;
  readonly position: number;
}

export const networkActivationsTable = defineTable<ActivationRow>({
  name: "network_activations",
  key: ["member_id"],
  columns: { member_id: "text", position: "bigint" },
  indexes: [{ columns: ["position"] }],
});
