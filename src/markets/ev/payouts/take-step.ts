import type { App } from "../../../kernel/app.js";
import { isRejection, type Rejection } from "../../../kernel/rejection.js";
import type { Reply } from "../../../kernel/route.js";
import type { PayoutCommand } from "../../../modules/payout/commands.js";
import { payouts } from "../../../modules/payout/payout.js";
import { refusedStep, type RefusalTexts } from "./refusals.js";
import { answerSettled } from "./visible-payout.js";

interface Payout {
  readonly id: string;
  /** As printed. */
  readonly number: number;
}

/**
 * Takes a payout one step further and answers with it as it is then; a step that its status does
 * not allow is refused in the endpoint's own words.
 */
export async function takeStep(
  app: App,
  { id, number }: Payout,
  step: PayoutCommand,
  texts: RefusalTexts,
): Promise<Reply | Rejection> {
  const done = await app.execute(payouts, id, step);
  return isRejection(done) ? refusedStep(done, texts) : answerSettled(app, number);
}
