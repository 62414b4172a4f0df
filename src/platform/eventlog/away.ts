import { DatabaseUnavailable } from "../database/unavailable.js";
import { LogUnavailable } from "./log-unavailable.js";

/** True for errors that say only that a store is away: the same call will do once it is back. */
export function isAway(error: unknown): boolean {
  return error instanceof LogUnavailable || error instanceof DatabaseUnavailable;
}
