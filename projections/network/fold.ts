import { defineProjection } from "../../src/kernel/projection.js";
import type { AccountEvent } from "../../src/modules/account/events.js";
import type { NodeEvent } from "../../src/modules/network/events.js";
import { networkActivationsTable, networkNodesTable } from "./tables.js";

/**
 * The binary referral network: who stands where, who is activated, and when in the log.
 *
 * How many members are below a node is not among the columns: one new member would change a row
 * of every ancestor. `network-index.ts` in composition answers it from these rows at read time.
 */
export const network = defineProjection<NodeEvent | AccountEvent>({
  name: "network",
  version: 1,
  tables: [networkNodesTable, networkActivationsTable],
  on: {
    MemberPlaced: ({ data, metadata, position }, rows) =>
      rows.insert(networkNodesTable, {
        member_id: data.memberId,
        marketplace: metadata.marketplace,
        number: data.number,
        parent_id: data.parentId,
        parent_number: data.parentNumber,
        side: data.side,
        level: data.level,
        sponsor_id: data.sponsorId,
        created_at: metadata.occurredAt,
        position,
      }),
    AccountActivated: ({ data, position }, rows) =>
      rows.insert(networkActivationsTable, { member_id: data.accountId, position }),
  },
});
