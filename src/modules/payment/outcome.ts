import type { Rejection } from "../../kernel/rejection.js";
import type { PaymentEvent } from "./events.js";

/** What every rule of the payment answers: the facts that follow, or a refusal. */
export type Outcome = readonly PaymentEvent[] | Rejection;
