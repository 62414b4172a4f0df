import { classOf, type AccountClass } from "../chart-of-accounts.js";
import { hexEscaped } from "./escapes.js";

const ROOT: Readonly<Record<AccountClass, string>> = {
  asset: "Assets",
  liability: "Liabilities",
  income: "Income",
  expense: "Expenses",
  equity: "Equity",
};

/**
 * An address as a beancount account name: `asset:gateway:razorpay:clearing` becomes
 * `Assets:Gateway:Razorpay:Clearing`, `liability:tax:gst_output` `Liabilities:Tax:GstOutput`.
 *
 * beancount wants its five roots, each part to begin with a capital or a digit, and nothing but
 * letters, digits and dashes. An `X` with two hex digits stands for a byte that cannot be said
 * otherwise, capitals included, so that no two addresses get one name.
 */
export function beancountAccount(address: string): string {
  const [, ...parts] = address.split(":");
  return [ROOT[classOf(address)], ...parts.map((part) => component(part))].join(":");
}

function component(part: string): string {
  if (part === "") return "X";
  const pieces = part.matchAll(/_[a-wyz]|[a-z0-9-]|./gsu);
  return [...pieces].map(([piece], index) => spelled(piece, index === 0)).join("");
}

function spelled(piece: string, first: boolean): string {
  if (piece.length === 2 && piece.startsWith("_")) return underscored(piece, first);
  if (/^[0-9]$/.test(piece)) return piece;
  if (/^[a-wyz]$/.test(piece)) return first ? piece.toUpperCase() : piece;
  if (!first && /^[x-]$/.test(piece)) return piece;
  return hexEscaped("X", piece);
}

/** `_t` within a part is a `T`; at its beginning a `T` is a plain `t` already. */
function underscored(piece: string, first: boolean): string {
  const letter = piece.slice(1);
  return first ? hexEscaped("X", "_") + letter : letter.toUpperCase();
}

/** A reference as a link: `booking:42` is `^booking/42`. */
export function beancountLink(reference: string): string {
  const safe = reference.replaceAll(/[^A-Za-z0-9:_-]/gu, (character) => hexEscaped(".", character));
  return `^${safe.replaceAll(":", "/")}`;
}
