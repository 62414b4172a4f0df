import type { Answer } from "./answer.js";
import type { Member } from "./ev.js";
import type { ServiceWorld } from "./service.js";

/** The document's booking, 50,000.00, with what is given laid over it. */
export function book(
  { client }: Member,
  given: Readonly<Record<string, unknown>> = {},
): Promise<Answer> {
  return client.post("/api/booking/bookings/", {
    vehicle_model: "EV Model X",
    vehicle_variant: "Premium",
    booking_amount: 500,
    total_amount: 50000,
    ...given,
  });
}

export const EMI = {
  emi_amount: 5000,
  emi_duration_months: 10,
  emi_start_date: "2026-02-01",
};

/** The printed id of a new booking. */
export async function booked(
  member: Member,
  given: Readonly<Record<string, unknown>> = {},
): Promise<number> {
  return (await book(member, given)).number("id");
}

export function pay(
  { client }: Member,
  booking: number,
  amount: unknown,
  payment_method = "online",
): Promise<Answer> {
  return client.post(`/api/booking/bookings/${booking}/make_payment/`, { amount, payment_method });
}

/** Puts money into a member's wallet, as the sandbox does. */
export function fund(world: ServiceWorld, { id }: Member, amount: number): Promise<Answer> {
  return world.http.post("/sandbox/wallets/credit", { marketplace: "ev", user_id: id, amount });
}

const BANK = {
  bank_name: "State Bank of India",
  account_number: "1234567890",
  ifsc_code: "SBIN0001234",
  account_holder_name: "John Doe",
};

export function askPayout(
  { client }: Member,
  requested_amount: unknown,
  given: Readonly<Record<string, unknown>> = {},
): Promise<Answer> {
  return client.post("/api/payout/", { requested_amount, ...BANK, ...given });
}

export async function balanceOf({ client }: Member): Promise<string> {
  return (await client.get("/api/wallet/my_wallet/")).text("balance");
}

/** The member's transactions, oldest first, as type, amount and balance thereafter. */
export async function movementsOf({ client }: Member): Promise<readonly (readonly string[])[]> {
  const page = await client.get("/api/wallet/transactions/?page_size=100");
  const rows = page.list("results") as readonly Readonly<Record<string, string>>[];
  return rows
    .map((row) => [row["transaction_type"], row["amount"], row["balance_after"]].map(String))
    .toReversed();
}

/** What the journal says of an account of the member's or of one that all share. */
export async function ledgerBalance({ service }: ServiceWorld, address: string): Promise<number> {
  const [row] = await service.foundation.database.rows<{ readonly balance: number }>(
    "SELECT balance FROM journal_accounts WHERE marketplace = 'ev' AND address = $1",
    [address],
  );
  return row?.balance ?? 0;
}

export const TRANSFER = { transaction_id: "BANK123456789" };

/** What an admin does with a payout: process, complete, reject. */
export function step({ client }: Member, id: number, name: string, body?: object): Promise<Answer> {
  return client.post(`/api/payout/${id}/${name}/`, body);
}

/** The financial year that a moment falls in, `2026-27`, April to March. */
export function financialYearOf(now: string): string {
  const [year = 0, month = 0] = now.split("-").map(Number);
  const first = month >= 4 ? year : year - 1;
  return `${first}-${String(first + 1).slice(2)}`;
}
