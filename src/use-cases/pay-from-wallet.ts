import type { App } from "../kernel/app.js";
import { isRejection, mayPass, type Rejection } from "../kernel/rejection.js";
import { bookings } from "../modules/booking/booking.js";
import type { PayInstalment } from "../modules/booking/commands.js";
import { wallets } from "../modules/wallet/wallet.js";

interface Payer {
  readonly accountId: string;
  readonly bookingId: string;
  readonly bookingNumber: string;
}

/**
 * Pays an instalment from the member's wallet: the money is held, the booking decides, and the
 * hold is spent or freed. Were this cut short, a process would finish it by what the hold says.
 */
export async function payFromWallet(
  app: App,
  { accountId, bookingId, bookingNumber }: Payer,
  payment: PayInstalment,
): Promise<Rejection | undefined> {
  const { paymentId, paymentNumber, transactionId, amount } = payment;
  const held = await app.execute(wallets, accountId, {
    type: "PlaceHold",
    holdId: paymentId,
    amount,
    description: `Payment for booking ${bookingNumber}`,
    reference: { type: "payment", number: paymentNumber, id: paymentId },
    purpose: { kind: "instalment", bookingId, paymentId, paymentNumber, transactionId },
  });
  if (isRejection(held)) return held;
  const paid = await app.execute(bookings, bookingId, payment);
  // The process may be let in a moment later, so its money stays where it is.
  if (isRejection(paid) && mayPass(paid)) return paid;
  const settled = await app.execute(
    wallets,
    accountId,
    isRejection(paid)
      ? { type: "ReleaseHold", holdId: paymentId }
      : { type: "CaptureHold", holdId: paymentId, transactionId: paymentId },
  );
  if (isRejection(paid)) return paid;
  return isRejection(settled) ? settled : undefined;
}
