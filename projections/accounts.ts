import type { Of } from "../src/kernel/event.js";
import { defineProjection } from "../src/kernel/projection.js";
import { firstRow, type ReadModel } from "../src/kernel/read-model.js";
import type { AccountEvent, Person } from "../src/modules/account/events.js";
import { accountsTable, type AccountRow } from "./accounts-table.js";
import type { Query } from "./lists-together.js";

/** Customers, members and staff of every market, one row an account. */
export const accounts = defineProjection<AccountEvent>({
  name: "accounts",
  version: 3,
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
    PersonChanged: ({ data, metadata }, rows) =>
      rows.patch(
        accountsTable,
        { id: data.accountId },
        { ...data.profile, ...personColumns(data.person), updated_at: metadata.occurredAt },
      ),
    AccountActivated: ({ data, metadata }, rows) =>
      rows.patch(
        accountsTable,
        { id: data.accountId },
        { activated_at: metadata.occurredAt, updated_at: metadata.occurredAt },
      ),
    PermissionsSet: ({ data, metadata }, rows) =>
      rows.patch(
        accountsTable,
        { id: data.accountId },
        { permissions: data.permissions, updated_at: metadata.occurredAt },
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
    number: data.number,
    referred_by: data.referredBy,
    activated_at: null,
    permissions: null,
    ...NOBODY,
    ...(data.person === null ? {} : personColumns(data.person)),
  };
}

type PersonColumns = Pick<AccountRow, (typeof COLUMNS)[keyof Person]>;

/** Where each detail of a person stands. */
const COLUMNS = {
  username: "username",
  firstName: "first_name",
  lastName: "last_name",
  gender: "gender",
  dateOfBirth: "date_of_birth",
  addressLine1: "address_line1",
  addressLine2: "address_line2",
  city: "city",
  state: "state",
  pincode: "pincode",
  country: "country",
} as const satisfies Record<keyof Person, keyof AccountRow>;

const NOBODY = Object.fromEntries(
  Object.values(COLUMNS).map((column) => [column, null]),
) as PersonColumns;

function personColumns(person: Partial<Person>): Partial<PersonColumns> {
  const known = Object.entries(person) as [keyof Person, string | null][];
  return Object.fromEntries(known.map(([name, value]) => [COLUMNS[name], value]));
}

export function accountById(reads: ReadModel, id: string): Promise<AccountRow | undefined> {
  return firstRow(reads, "SELECT * FROM accounts WHERE id = $1", [id]);
}

/** How the account $1 is named and reached. */
export const CONTACT: Query<Pick<AccountRow, "id" | "phone" | "name" | "email">> = {
  sql: "SELECT id, phone, name, email FROM accounts WHERE id = $1",
};

/** Finds a market's account by e-mail, phone or username, as people type them in to log in. */
export function accountByLogin(
  reads: ReadModel,
  marketplace: string,
  login: string,
): Promise<AccountRow | undefined> {
  return firstRow(
    reads,
    `SELECT * FROM accounts
      WHERE marketplace = $1 AND (phone = $2 OR email = lower($2) OR username = $2)
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
      ORDER BY created_at, id`,
    [marketplace, roles],
  );
}
