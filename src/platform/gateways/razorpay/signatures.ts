import { createHmac, timingSafeEqual } from "node:crypto";

/** Razorpay signs with lower-case hex of an HMAC-SHA256: 64 digits. */
const SIGNATURE = /^[0-9a-f]{64}$/i;

/** Hex HMAC-SHA256 of the bytes as they are. */
export function sign(content: string | Buffer, secret: string): string {
  return createHmac("sha256", secret).update(content).digest("hex");
}

/**
 * Whether the signature is the content's. The comparison takes the same time wherever the two
 * differ; what is not 64 hex digits is refused before, since its form is no secret.
 */
export function signatureHolds(
  content: string | Buffer,
  secret: string,
  signature: string,
): boolean {
  if (!SIGNATURE.test(signature)) return false;
  const expected = Buffer.from(sign(content, secret), "hex");
  return timingSafeEqual(expected, Buffer.from(signature, "hex"));
}

/** What Razorpay Checkout signs with the key secret after a payment. */
export function checkoutContent(orderId: string, paymentId: string): string {
  return `${orderId}|${paymentId}`;
}
