import type { Account } from "./account.js";

/** Where a PostgreSQL process sits: its data folder, and the account it runs under if not ours. */
export interface Seat {
  readonly data: string;
  readonly account: Account | undefined;
}

/**
 * Options of `spawn` for a PostgreSQL program. The working folder is entered before the account is
 * changed, so it may lie under a folder that the account cannot enter, such as root's home.
 * The environment is nearly empty: a stray PGDATA or PGPORT of the operator must not change ours.
 * Detached, because Ctrl-C reaches the whole foreground group, and PostgreSQL must stop last.
 */
export function seatOptions({ data, account }: Seat) {
  return {
    cwd: data,
    env: { PATH: process.env["PATH"] ?? "/usr/bin:/bin", LC_ALL: "C", TZ: "UTC" },
    detached: true,
    ...account,
  };
}

/**
 * How to name the data folder to the program. Under another account on Linux it is named by the
 * working folder, which needs no permission on the folders above; PostgreSQL would turn "." into
 * an absolute path and fail on those.
 */
export function dataArgument({ data, account }: Seat): string {
  return account !== undefined && process.platform === "linux" ? "/proc/self/cwd" : data;
}
