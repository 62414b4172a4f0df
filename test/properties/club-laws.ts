import { deepEqual } from "node:assert/strict";
import type { Database } from "../../src/platform/database/database.js";
import type { HttpClient } from "../world/http-client.js";
import type { Member } from "../world/ev.js";
import type { Club } from "./club.js";

interface Line {
  readonly address: string;
  readonly debit: string;
  readonly credit: string;
}

/** Paise of a printed amount. */
function paise(text: unknown): number {
  return Math.round(Number(text) * 100);
}

/** The trial balance of EV Distribution as finance reads it, credits above zero. */
export async function trialBalance(finance: HttpClient): Promise<ReadonlyMap<string, number>> {
  const answer = await finance.get("/ledger/trial-balance?marketplace=ev");
  deepEqual(answer.at("balanced"), true, answer.raw);
  const lines = answer.list("accounts") as readonly Line[];
  return new Map(
    lines.map(({ address, debit, credit }) => [address, paise(credit) - paise(debit)]),
  );
}

function sumOf(balances: ReadonlyMap<string, number>, address: RegExp): number {
  return [...balances].reduce((sum, [of, balance]) => sum + (address.test(of) ? balance : 0), 0);
}

type Rows = readonly Readonly<Record<string, string>>[];

async function rowsOf({ client }: Member, path: string): Promise<Rows> {
  return (await client.get(`${path}?page_size=100`)).list("results") as Rows;
}

/** The books as finance reads them are what all members read of their money. */
export async function assertLedgerAgrees(finance: HttpClient, everyone: readonly Member[]) {
  const balances = await trialBalance(finance);
  const told = { wallets: 0, tax: 0, escrow: 0 };
  for (const member of everyone) {
    told.wallets += paise((await member.client.get("/api/wallet/my_wallet/")).at("balance"));
    for (const record of await rowsOf(member, "/api/compliance/tds/")) {
      told.tax += paise(record["tds_deducted"]);
    }
    for (const booking of await rowsOf(member, "/api/booking/bookings/")) {
      const open = !["completed", "cancelled"].includes(booking["status"] ?? "");
      told.escrow += open ? paise(booking["total_paid"]) : 0;
    }
  }
  deepEqual(told, {
    wallets: sumOf(balances, /^liability:wallet:/),
    tax: sumOf(balances, /^liability:tax:tds$/),
    escrow: sumOf(balances, /^liability:booking:.*:escrow$/),
  });
}

/** Every acknowledged fact is there, once, and nothing else. */
export async function assertAcknowledged(reads: Database, clubs: readonly Club[]): Promise<void> {
  const all = clubs.map(({ acknowledged }) => acknowledged);
  const members = clubs.flatMap((club) => club.members.map(({ id }) => id));
  const texts = async (sql: string) =>
    (await reads.rows<{ text: string }>(sql, [members])).map(({ text }) => text).toSorted();
  const of = "JOIN accounts a ON a.marketplace = 'ev' AND a.number = ANY($1::bigint[])";
  deepEqual(
    await texts(`SELECT y.transaction_id AS text FROM payments y ${of} AND a.id = y.customer_id
      WHERE y.method <> 'emi_held'`),
    all.flatMap(({ payments }) => payments).toSorted(),
    "the payments",
  );
  deepEqual(
    await texts(`SELECT o.number || ' ' || o.status AS text FROM payouts o
      ${of} AND a.id = o.payee_id`),
    all.flatMap(({ payouts }) => [...payouts].map(([id, status]) => `${id} ${status}`)).toSorted(),
    "the payouts",
  );
  deepEqual(
    await texts(`SELECT a.number || ' ' || round(t.amount / 100.0, 2) AS text
      FROM wallet_transactions t ${of} AND a.id = t.owner_id WHERE t.kind = 'deposit'`),
    all.flatMap(({ deposits }) => deposits.map((one) => `${one.user} ${one.amount}`)).toSorted(),
    "the deposits",
  );
  deepEqual(
    await texts(`SELECT p.number::text AS text FROM pairs p ${of} AND a.id = p.earner_id`),
    all.flatMap(({ pairs }) => pairs.map(String)).toSorted(),
    "the pairs",
  );
}
