import { firstRow, type ReadModel } from "../src/kernel/read-model.js";

/** How one member stands; amounts in minor units. */
export interface MemberFigures {
  readonly balance: number;
  readonly earned: number;
  readonly withdrawn: number;
  readonly bookings: number;
  /** Neither paid off nor cancelled. */
  readonly active_bookings: number;
  /** For all bookings that were not cancelled. */
  readonly paid: number;
  readonly pairs: number;
  readonly payouts: number;
  readonly pending_payouts: number;
}

const NO_FIGURES: MemberFigures = {
  balance: 0,
  earned: 0,
  withdrawn: 0,
  bookings: 0,
  active_bookings: 0,
  paid: 0,
  pairs: 0,
  payouts: 0,
  pending_payouts: 0,
};

/** All figures of one member in one statement, so that they are of one moment. */
export async function figuresOfMember(
  reads: ReadModel,
  marketplace: string,
  accountId: string,
): Promise<MemberFigures> {
  const row = await firstRow<MemberFigures>(
    reads,
    `SELECT COALESCE(w.balance, 0) AS balance, COALESCE(w.earned, 0) AS earned,
            COALESCE(w.withdrawn, 0) AS withdrawn, b.*, p.*, o.*
       FROM (SELECT count(*) AS bookings,
                    count(*) FILTER (WHERE status IN ('placed', 'confirmed')) AS active_bookings,
                    COALESCE(sum(paid) FILTER (WHERE status <> 'cancelled'), 0)::bigint AS paid
               FROM instalment_bookings WHERE marketplace = $1 AND customer_id = $2) b
      CROSS JOIN (SELECT count(*) AS pairs FROM pairs WHERE earner_id = $2) p
      CROSS JOIN (SELECT count(*) AS payouts,
                         count(*) FILTER (WHERE status = 'pending') AS pending_payouts
                    FROM payouts WHERE payee_id = $2) o
       LEFT JOIN wallets w ON w.id = $2`,
    [marketplace, accountId],
  );
  return row ?? NO_FIGURES;
}

/** How a whole market of members stands. */
export interface MemberMarketFigures {
  readonly users: number;
  readonly active_buyers: number;
  readonly bookings: number;
  /** What came in for bookings that were not cancelled. */
  readonly revenue: number;
  readonly wallet_balance: number;
  readonly pending_payouts: number;
}

export async function figuresOfMemberMarket(
  reads: ReadModel,
  marketplace: string,
): Promise<MemberMarketFigures> {
  const row = await firstRow<MemberMarketFigures>(
    reads,
    `SELECT a.*, b.*, w.*, o.*
       FROM (SELECT count(*) AS users,
                    count(*) FILTER (WHERE activated_at IS NOT NULL) AS active_buyers
               FROM accounts WHERE marketplace = $1 AND kind = 'member') a
      CROSS JOIN (SELECT count(*) AS bookings,
                         COALESCE(sum(paid) FILTER (WHERE status <> 'cancelled'), 0)::bigint
                           AS revenue
                    FROM instalment_bookings WHERE marketplace = $1) b
      CROSS JOIN (SELECT COALESCE(sum(balance), 0)::bigint AS wallet_balance
                    FROM wallets WHERE marketplace = $1) w
      CROSS JOIN (SELECT count(*) AS pending_payouts
                    FROM payouts WHERE marketplace = $1 AND status = 'pending') o`,
    [marketplace],
  );
  if (row === undefined) throw new Error("a sum over nothing is a row, too");
  return row;
}

/** Days in UTC, both inclusive; what is left out does not bound. */
export interface Days {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

export interface SalesFigures {
  readonly sales: number;
  readonly transactions: number;
  readonly bookings: number;
}

function within(column: string): string {
  const day = `(${column} AT TIME ZONE 'UTC')::date`;
  return `($2::date IS NULL OR ${day} >= $2) AND ($3::date IS NULL OR ${day} <= $3)`;
}

/** Payments that stand, and bookings made, in some days. */
export async function salesOfMembers(
  reads: ReadModel,
  marketplace: string,
  { from, to }: Days,
): Promise<SalesFigures> {
  const row = await firstRow<SalesFigures>(
    reads,
    `SELECT y.*, b.*
       FROM (SELECT COALESCE(sum(y.amount), 0)::bigint AS sales, count(*) AS transactions
               FROM payments y JOIN instalment_bookings b ON b.id = y.booking_id
              WHERE y.marketplace = $1 AND b.status <> 'cancelled'
                AND ${within("y.created_at")}) y
      CROSS JOIN (SELECT count(*) AS bookings FROM instalment_bookings
                   WHERE marketplace = $1 AND ${within("created_at")}) b`,
    [marketplace, from ?? null, to ?? null],
  );
  return row ?? { sales: 0, transactions: 0, bookings: 0 };
}

/** Movements of a wallet of one kind; `credit` and `debit` in minor units, both positive. */
export interface WalletKindFigures {
  readonly kind: string;
  readonly count: number;
  readonly credit: number;
  readonly debit: number;
}

/** One member's, by kind. */
export function walletFigures(
  reads: ReadModel,
  marketplace: string,
  ownerId: string,
  { from, to }: Days,
): Promise<WalletKindFigures[]> {
  return reads.rows(
    `SELECT kind, count(*) AS count,
            COALESCE(sum(amount) FILTER (WHERE balance_after > balance_before), 0)::bigint
              AS credit,
            COALESCE(sum(amount) FILTER (WHERE balance_after < balance_before), 0)::bigint
              AS debit
       FROM wallet_transactions
      WHERE marketplace = $1 AND owner_id = $4
        AND ${within("created_at")}
      GROUP BY kind ORDER BY kind`,
    [marketplace, from ?? null, to ?? null, ownerId],
  );
}
