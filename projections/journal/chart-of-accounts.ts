/** The five classes of double-entry; assets and expenses grow by debits, the others by credits. */
export type AccountClass = "asset" | "liability" | "income" | "expense" | "equity";

type Gateway = "razorpay" | "stripe";
type Rail = "bank_transfer" | "upi";

/** Every account address there can be (DESIGN §7). Nothing else may spell one out. */
export const account = {
  gatewayClearing: (gateway: Gateway) => `asset:gateway:${gateway}:clearing`,
  gatewayDispute: (gateway: Gateway) => `asset:gateway:${gateway}:dispute`,
  bank: (name: string) => `asset:bank:${name}`,
  providerReceivable: (id: string) => `asset:provider:${id}:receivable`,
  escrow: (bookingId: string) => `liability:booking:${bookingId}:escrow`,
  providerPayable: (id: string) => `liability:provider:${id}:payable`,
  providerReserve: (id: string) => `liability:provider:${id}:reserve`,
  wallet: (id: string) => `liability:wallet:${id}`,
  walletDue: (ownerId: string) => `asset:wallet:${ownerId}:due`,
  emiHeld: (ownerId: string) => `liability:emi:${ownerId}:held`,
  refundInTransit: (via: Gateway | "wallet" | "bank") => `liability:refund:${via}:in_transit`,
  payoutInTransit: (rail: Rail) => `liability:payout:${rail}:in_transit`,
  gstOutput: "liability:tax:gst_output",
  tds: "liability:tax:tds",
  /** What others have charged us and government sets off: never netted with what we owe it. */
  gstInput: "asset:tax:gst_input",
  commission: "revenue:commission",
  vehicleSales: "revenue:vehicle_sales",
  cancellationFee: "revenue:cancellation_fee",
  expense: (kind: ExpenseKind) => `expense:${kind}`,
} as const;

export type ExpenseKind =
  "gateway_fee" | "promotion" | "referral_bonus" | "pair_bonus" | "chargeback_loss" | "rounding";

const CLASS: Readonly<Record<string, AccountClass>> = {
  asset: "asset",
  liability: "liability",
  revenue: "income",
  expense: "expense",
};

/** Throws for an address outside the chart: a posting rule made it up. */
export function classOf(address: string): AccountClass {
  const found = CLASS[address.slice(0, address.indexOf(":"))];
  if (found === undefined) throw new Error(`${address} is not in the chart of accounts`);
  return found;
}

/** Whether a debit makes the balance grow. */
export function growsByDebit(address: string): boolean {
  const accountClass = classOf(address);
  return accountClass === "asset" || accountClass === "expense";
}

const FLOORED = [
  /^asset:provider:[^:]+:receivable$/,
  /^liability:booking:[^:]+:escrow$/,
  /^liability:provider:[^:]+:(payable|reserve)$/,
  /^liability:wallet:/,
  /^asset:wallet:[^:]+:due$/,
  /^liability:emi:[^:]+:held$/,
  /^liability:refund:[^:]+:in_transit$/,
  /^liability:payout:[^:]+:in_transit$/,
];

/** Accounts that never go below zero; the database holds it, too. */
export function isFloored(address: string): boolean {
  return FLOORED.some((pattern) => pattern.test(address));
}

const MUST_CLEAR = [
  /^asset:wallet:[^:]+:due$/,
  /^asset:gateway:[^:]+:(clearing|dispute)$/,
  /^liability:refund:[^:]+:in_transit$/,
  /^liability:payout:[^:]+:in_transit$/,
];

/** Accounts through which money only passes; finance is shown how long it has been there. */
export function mustClear(address: string): boolean {
  return MUST_CLEAR.some((pattern) => pattern.test(address));
}
