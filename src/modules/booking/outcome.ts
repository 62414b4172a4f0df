import type { Rejection } from "../../kernel/rejection.js";
import type { BookingEvent } from "./events.js";

/** What every rule of the booking answers: the facts that follow, or a refusal. */
export type Outcome = readonly BookingEvent[] | Rejection;
