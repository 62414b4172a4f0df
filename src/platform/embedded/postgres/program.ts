import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { reasonOf } from "../cannot-start.js";
import { seatOptions, type Seat } from "./seat.js";

/**
 * Runs one of PostgreSQL's programs to its end. Returns undefined if it succeeded, else what it
 * complained of. `input` is an open file that becomes its standard input.
 */
export async function complaintOf(
  program: string,
  programArguments: readonly string[],
  seat: Seat,
  input?: number,
): Promise<string | undefined> {
  try {
    const child = spawn(program, programArguments, {
      ...seatOptions(seat),
      stdio: [input ?? "ignore", "ignore", "pipe"],
    });
    const exit = new Promise<number | null>((resolve, reject) => {
      child.once("error", reject);
      child.once("close", resolve);
    });
    if (child.stderr === null) throw new TypeError("Standard error is not piped.");
    const [code, complaint] = await Promise.all([exit, text(child.stderr)]);
    return code === 0 ? undefined : complaint.trim() || `it ends with code ${code}.`;
  } catch (error) {
    return reasonOf(error);
  }
}
