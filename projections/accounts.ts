import type { Of } from "../src/kernel/event.js";
import { defineProjection } from "../src/kernel/projection.js";
import { firstRow, type ReadModel } from "../src/kernel/read-model.js";
import { defineTable } from "../src/kernel/table.js";
import type { AccountEvent } from "../src/modules/account/events.js";

export interface AccountRow {
  readonly id: string;
  readonly marketplace: string;
  readonly kind: string;
  readonly role: string;
  readonly name: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly is_active: boolean;
  readonly default_address_id: string | null;
  readonly created_at: string;
  readonly updated_at: string;
  readonly last_sign_in_at: string | null;
}

export const accountsTable = defineTable<AccountRow>({
  name: "accounts",
  key: ["id"],
  columns: {
    id: "text",
    marketplace: "text",
    kind: "text",
    role: "text",
    name: "text?",
    phone: "text?",
    email: "text?",
    is_active: "boolean",
    default_address_id: "text?",
    created_at: "timestamptz",
    updated_at: "timestamptz",
    last_sign_in_at: "timestamptz?",
  },
  indexes: [{ columns: ["marketplace", "phone"] }, { columns: ["marketplace", "email"] }],
});

/** Customers and staff of every market, one row an account. */
export const accounts = defineProjection<AccountEvent>({
  name: "accounts",
  version: 1,
  tables: [accountsTable],
  on: {
    AccountRegistered: (event, rows) => rows.insert(accountsTable, registered(event)),
    AccountSignedIn: ({ data, metadata }, rows) =>
      rows.patch(
        accountsTable,
        { id: data.accountId },
        { last_sign_in_at: metadata.occurredAt, updated_at: metadata.occurredAt },
      ),
    ProfileCompleted: ({ data, metadata }, rows) =>
      rows.patch(
        accountsTable,
        { id: data.accountId },
        { ...data.profile, updated_at: metadata.occurredAt },
      ),
    AccountBlocked: ({ data, metadata }, rows) =>
      rows.patch(
        accountsTable,
        { id: data.accountId },
        { is_active: false, updated_at: metadata.occurredAt },
      ),
    AccountUnblocked: ({ data, metadata }, rows) =>
      rows.patch(
        accountsTable,
        { id: data.accountId },
        { is_active: true, updated_at: metadata.occurredAt },
      ),
    DefaultAddressSet: ({ data }, rows) =>
      rows.patch(accountsTable, { id: data.accountId }, { default_address_id: data.addressId }),
  },
});

function registered({ data, metadata }: Of<AccountEvent, "AccountRegistered">): AccountRow {
  return {
    id: data.accountId,
    marketplace: metadata.marketplace,
    kind: data.kind,
    role: data.role,
    ...data.profile,
    is_active: true,
    default_address_id: null,
    created_at: metadata.occurredAt,
    updated_at: metadata.occurredAt,
    last_sign_in_at: null,
  };
}

export function accountById(reads: ReadModel, id: string): Promise<AccountRow | undefined> {
  return firstRow(reads, "SELECT * FROM accounts WHERE id = $1", [id]);
}

/** Finds a market's account by e-mail or phone, as people type them in to log in. */
export function accountByLogin(
  reads: ReadModel,
  marketplace: string,
  login: string,
): Promise<AccountRow | undefined> {
  return firstRow(
    reads,
    `SELECT * FROM accounts
      WHERE marketplace = $1 AND (phone = $2 OR email = lower($2))
      ORDER BY created_at, id LIMIT 1`,
    [marketplace, login],
  );
}

/** Staff of a market by e-mail or by the name that is their username; oldest first. */
export function staffByLogin(
  reads: ReadModel,
  marketplace: string,
  login: string,
): Promise<AccountRow[]> {
  return reads.rows(
    `SELECT * FROM accounts
      WHERE marketplace = $1 AND kind = 'staff' AND (email = lower($2) OR name = $2)
      ORDER BY created_at, id LIMIT 10`,
    [marketplace, login],
  );
}

/** A market's active staff of these roles, for those who write to them. */
export function staffOfMarket(
  reads: ReadModel,
  marketplace: string,
  roles: readonly string[],
): Promise<AccountRow[]> {
  return reads.rows(
    `SELECT * FROM accounts
      WHERE marketplace = $1 AND kind = 'staff' AND is_active AND role = ANY($2)
      ORDER BY created_at, id LIMIT 100`,
    [marketplace, roles],
  );
}
