import type { z } from "zod";
import { anything, checkout } from "./answers.js";
import { detailOf, orderOf, type Placed } from "./order.js";
import type { Town } from "./town.js";
import { waitFor } from "./wait-for.js";

function atCheckout(
  { api }: Town,
  placed: Placed,
  how: { readonly outcome: "captured" | "failed"; readonly webhook: boolean },
): Promise<z.output<typeof checkout>> {
  const path = `/sandbox/razorpay/orders/${orderOf(placed)}/pay`;
  return api.ask({ method: "POST", path, body: { ...how, method: "upi" } }, checkout);
}

/** The customer pays, and the gateway tells us. */
export async function payByWebhook(town: Town, placed: Placed): Promise<void> {
  await atCheckout(town, placed, { outcome: "captured", webhook: true });
  await paymentIs(town, placed, "paid");
}

/** The customer pays, and their frontend proves it before any webhook comes. */
export async function payByProof(town: Town, placed: Placed): Promise<void> {
  const proof = await atCheckout(town, placed, { outcome: "captured", webhook: false });
  await placed.customer.client.post("/payments/verify", proof, anything);
  await paymentIs(town, placed, "paid");
}

/** The first attempt is declined, the second one goes through. */
export async function payAtSecondTry(town: Town, placed: Placed): Promise<void> {
  await atCheckout(town, placed, { outcome: "failed", webhook: true });
  await paymentIs(town, placed, "failed");
  await payByWebhook(town, placed);
}

async function paymentIs(town: Town, { id, number }: Placed, status: string): Promise<void> {
  await waitFor(
    `payment of ${number} to be ${status}`,
    () => detailOf(town, id),
    ({ booking }) => booking.payment_status === status,
  );
}
