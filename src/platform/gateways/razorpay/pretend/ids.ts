import { createHash, randomBytes } from "node:crypto";

const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

type Prefix = "order" | "pay" | "rfnd" | "evt" | "disp" | "adj" | "setl";

/** The id that a reference always gets, in Razorpay's form: `order_` and 14 letters or digits. */
export function entityIdOf(prefix: Prefix, ...reference: readonly string[]): string {
  const digest = createHash("sha256").update(JSON.stringify(reference)).digest();
  return `${prefix}_${letters(digest)}`;
}

export function newEntityId(prefix: Prefix): string {
  return `${prefix}_${letters(randomBytes(16))}`;
}

function letters(bytes: Buffer): string {
  let rest = BigInt(`0x${bytes.toString("hex")}`);
  let text = "";
  for (let length = 0; length < 14; length += 1) {
    text += ALPHABET.charAt(Number(rest % 62n));
    rest /= 62n;
  }
  return text;
}
