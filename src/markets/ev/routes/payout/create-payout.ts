import { callerId } from "../../../../kernel/caller.js";
import { isRejection } from "../../../../kernel/rejection.js";
import { created, route } from "../../../../kernel/route.js";
import { payoutOfHold } from "../../../../modules/payout/payout-of-hold.js";
import { payouts } from "../../../../modules/payout/payout.js";
import { withholding } from "../../../../modules/payout/tax-of-payout.js";
import { wallets } from "../../../../modules/wallet/wallet.js";
import { emiPart } from "../../payouts/emi-part.js";
import { payoutBody } from "../../payouts/payout-body.js";
import { visiblePayout } from "../../payouts/visible-payout.js";
import { CURRENCY, TDS } from "../../policy.js";
import { invalid, notFound } from "../../refusals.js";
import { ANY_MEMBER } from "../../roles.js";
import { payoutSchema, presentPayout } from "../../shapes/payout.js";

/**
 * Payout APIs, 36. Create Payout Request: the money is held and not debited (EV-A31). Were this cut
 * short, a process would open the payout by what the hold says.
 */
export const createPayout = route({
  method: "POST",
  path: "/api/payout/",
  summary: "Ask for a payout from your wallet",
  tag: "Payouts",
  may: ANY_MEMBER,
  limit: "other",
  idempotency: "honoured",
  body: payoutBody,
  example: {
    requested_amount: 10000,
    bank_name: "State Bank of India",
    account_number: "1234567890",
    ifsc_code: "SBIN0001234",
    account_holder_name: "John Doe",
    emi_auto_filled: true,
  },
  replies: { 201: { description: "The request.", schema: payoutSchema } },
  async handle({ body }, app) {
    const ownerId = callerId(app);
    const amount = body.requested_amount;
    const { tds, net } = withholding(amount, TDS);
    const emiAutoFilled = body.emi_auto_filled ?? false;
    const emi = emiAutoFilled ? await emiPart(app, net) : null;
    const payoutId = app.id("payout");
    const serial = await app.numbers.next("ev.payout", app.envelope);
    const number = String(serial);
    const terms = {
      payoutId,
      number,
      rail: "bank_transfer",
      tds,
      net,
      emiAutoFilled,
      emi,
    } as const;
    const bankAccount = {
      bankName: body.bank_name,
      accountNumber: body.account_number,
      ifscCode: body.ifsc_code,
      holderName: body.account_holder_name,
    };
    const hold = { holdId: payoutId, amount, bankAccount };
    const held = await app.execute(wallets, ownerId, {
      type: "PlaceHold",
      ...hold,
      description: `Payout request #${number}`,
      reference: { type: "payout", number: serial, id: payoutId },
      purpose: { kind: "payout", ...terms },
    });
    if (isRejection(held)) {
      return held.reason === "insufficient_balance"
        ? invalid("requested_amount", "Insufficient wallet balance")
        : held;
    }
    const request = payoutOfHold({ ...hold, ownerId, currency: CURRENCY }, terms);
    const opened = await app.execute(payouts, payoutId, request);
    if (isRejection(opened)) return opened;
    const row = await visiblePayout(app, serial);
    return row === undefined ? notFound() : created(presentPayout(row));
  },
});
