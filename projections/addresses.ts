import type { Of } from "../src/kernel/event.js";
import type { PostalAddress } from "../src/kernel/postal-address.js";
import { defineProjection } from "../src/kernel/projection.js";
import { firstRow, type ReadModel } from "../src/kernel/read-model.js";
import { defineTable } from "../src/kernel/table.js";
import type { AccountEvent } from "../src/modules/account/events.js";
import type { Query } from "./lists-together.js";

interface StoredAddress extends PostalAddress {
  readonly id: string;
  readonly account_id: string;
  readonly place_id: string | null;
  readonly created_at: string;
}

export interface AddressRow extends StoredAddress {
  readonly is_default: boolean;
}

const table = defineTable<StoredAddress>({
  name: "addresses",
  key: ["id"],
  columns: {
    id: "text",
    account_id: "text",
    name: "text",
    line1: "text",
    line2: "text?",
    city: "text",
    state: "text",
    pincode: "text",
    lat: "double?",
    lng: "double?",
    place_id: "text?",
    created_at: "timestamptz",
  },
  indexes: [{ columns: ["account_id", "created_at"] }],
});

/** Address books. A booking keeps its own copy, so a removed address may go (address.04). */
export const addresses = defineProjection<AccountEvent>({
  name: "addresses",
  version: 1,
  tables: [table],
  on: {
    AddressAdded: ({ data, metadata }, rows) =>
      rows.insert(table, {
        id: data.addressId,
        account_id: data.accountId,
        ...written(data),
        created_at: metadata.occurredAt,
      }),
    AddressChanged: ({ data }, rows) => rows.patch(table, { id: data.addressId }, written(data)),
    AddressRemoved: ({ data }, rows) => rows.remove(table, { id: data.addressId }),
  },
});

function written({ address }: Of<AccountEvent, "AddressAdded">["data"]) {
  const { placeId, ...rest } = address;
  return { ...rest, place_id: placeId };
}

const SELECT = `SELECT a.*, (o.default_address_id IS NOT DISTINCT FROM a.id) AS is_default
  FROM addresses a JOIN accounts o ON o.id = a.account_id`;

/** Those of the account $1: default first, then the oldest. */
export const OWN_ADDRESSES: Query<AddressRow> = {
  sql: `${SELECT} WHERE a.account_id = $1 ORDER BY is_default DESC, a.created_at, a.id`,
};

/** Default first, then the oldest. */
export function addressesOf(reads: ReadModel, accountId: string): Promise<AddressRow[]> {
  return reads.rows(OWN_ADDRESSES.sql, [accountId]);
}

export function addressOf(
  reads: ReadModel,
  accountId: string,
  addressId: string,
): Promise<AddressRow | undefined> {
  return firstRow(reads, `${SELECT} WHERE a.account_id = $1 AND a.id = $2`, [accountId, addressId]);
}
