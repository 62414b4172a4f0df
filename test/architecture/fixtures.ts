/** A file that breaks one rule, and what the checker must say of it. */
export interface Fixture {
  readonly rule: string;
  readonly path: string;
  readonly source: string;
  readonly breach: string;
}

const importing = (from: string, name = "x"): string => `import { ${name} } from "${from}";\n`;

export const forbidden: readonly Fixture[] = [
  {
    rule: "the kernel imports nothing of ours",
    path: "src/kernel/money.ts",
    source: importing("../modules/wallet/wallet.js"),
    breach: "kernel must not import modules",
  },
  {
    rule: "a module imports no other module",
    path: "src/modules/wallet/wallet.ts",
    source: `import type {\n  Booking,\n} from "../booking/booking.js";\n`,
    breach: "modules wallet must not import modules booking",
  },
  {
    rule: "the list of modules is for main alone",
    path: "src/modules/wallet/wallet.ts",
    source: importing("../aggregates.js"),
    breach: "modules wallet must not import modules aggregates",
  },
  {
    rule: "a module knows no projection",
    path: "src/modules/wallet/wallet.ts",
    source: `export * from "../../../projections/wallets.js";\n`,
    breach: "modules must not import projections",
  },
  {
    rule: "a projection imports another one's tables only",
    path: "projections/wallets.ts",
    source: importing("./bookings.js", "bookingTable, findBooking"),
    breach: "projections wallets must not import projections bookings",
  },
  {
    rule: "the list of projections is for main alone",
    path: "projections/wallets.ts",
    source: importing("./index.js"),
    breach: "projections wallets must not import projections index",
  },
  {
    rule: "migrations know the platform only",
    path: "migrations/0001-ops.ts",
    source: importing("../projections/wallets.js"),
    breach: "migrations must not import projections",
  },
  {
    rule: "the configuration knows no platform",
    path: "src/config/config.ts",
    source: importing("../platform/http/server.js"),
    breach: "config must not import platform",
  },
  {
    rule: "a projection knows no market",
    path: "projections/journal/posting-rules.ts",
    source: importing("../../src/markets/ev/policy.js"),
    breach: "projections must not import markets",
  },
  {
    rule: "a process knows no projection",
    path: "src/processes/pay-out-provider.ts",
    source: importing("../../projections/wallets.js"),
    breach: "processes must not import projections",
  },
  {
    rule: "a use case knows no market",
    path: "src/use-cases/open-payout.ts",
    source: importing("../markets/ev/policy.js"),
    breach: "use-cases must not import markets",
  },
  {
    rule: "a market does not reach the platform",
    path: "src/markets/ev/routes/add-review.ts",
    source: `const x = await import("../../../platform/database/pool.js");\n`,
    breach: "markets must not import platform",
  },
  {
    rule: "a market imports no other market",
    path: "src/markets/ev/policy.ts",
    source: importing("../alist/policy.js"),
    breach: "markets ev must not import markets alist",
  },
  {
    rule: "operations is like a market",
    path: "src/operations/routes/export-ledger.ts",
    source: importing("../../platform/database/pool.js"),
    breach: "operations must not import platform",
  },
  {
    rule: "the sandbox is like a market",
    path: "src/sandbox/clock.ts",
    source: `import "../platform/http/server.js";\n`,
    breach: "sandbox must not import platform",
  },
  {
    rule: "the platform imports the kernel only",
    path: "src/platform/projecting/live.ts",
    source: importing("../../modules/booking/events.js"),
    breach: "platform must not import modules",
  },
  {
    rule: "only the platform imports drivers",
    path: "src/operations/routes/show-lag.ts",
    source: importing("@koa/router"),
    breach: "only src/platform imports @koa/router",
  },
  {
    rule: "main leaves the drivers to the platform too",
    path: "src/main.ts",
    source: importing("pg/lib/client.js"),
    breach: "only src/platform imports pg",
  },
  {
    rule: "pure rooms do not reach the world through Node",
    path: "src/modules/kyc/kyc.ts",
    source: importing("node:fs/promises"),
    breach: "modules is pure and must not import node:fs",
  },
  {
    rule: "SQL stands in its rooms only",
    path: "src/markets/ev/routes/list-bookings.ts",
    source: "const all = `select id, state\n  from bookings`;\n",
    breach: "SQL stands outside of its rooms",
  },
  {
    rule: "every file belongs to a room",
    path: "src/shared/money.ts",
    source: "",
    breach: "belongs to no room",
  },
];

/** Files side by side that break nothing, though they come close. */
export const allowed: ReadonlyArray<Pick<Fixture, "path" | "source">> = [
  { path: "src/main.ts", source: importing("./platform/http/server.js") },
  { path: "src/platform/http/server.ts", source: importing("koa") + importing("../x/y.js") },
  { path: "src/platform/database/pool.ts", source: "const all = `SELECT 1 FROM bookings`;\n" },
  { path: "projections/wallets.ts", source: importing("./bookings.js", "type BookingRow") },
  { path: "src/modules/aggregates.ts", source: importing("./wallet/wallet.js", "wallet") },
  { path: "projections/index.ts", source: importing("./wallets.js", "wallets") },
  { path: "projections/payouts.ts", source: importing("./partners-table.js", "partners") },
  { path: "projections/kyc/queries.ts", source: importing("../page-of-rows.js", "pageOfRows") },
  { path: "projections/bookings/fold.ts", source: importing("./table.js") },
  { path: "projections/journal/rules.ts", source: importing("./chart.js") },
  { path: "migrations/001-ops.ts", source: importing("knex", "type Knex") },
  { path: "src/kernel/ids.ts", source: importing("node:crypto", "randomUUID") },
  { path: "scripts/rebuild.ts", source: importing("pg") + importing("../src/main.js") },
  {
    path: "src/markets/ev/routes/add-review.ts",
    source:
      importing("../policy.js") +
      importing("../../../../projections/bookings.js", "findBooking") +
      '// SELECT x FROM y is not SQL here.\nconst say = "Select a slot from the list";\n',
  },
];
