import { hexEscaped } from "./escapes.js";

/**
 * An address as an hledger account name. hledger allows nearly everything in a name, but two
 * spaces end it and comments begin in it; so what is not plain is escaped, byte by byte, as in a
 * URL. No two addresses get one name.
 */
export function hledgerAccount(address: string): string {
  return address.replaceAll(/[^A-Za-z0-9:_.-]/gu, (character) => hexEscaped("%", character));
}

/** A tag's value: a comma would end it. */
export function hledgerTagValue(value: string): string {
  return value.replaceAll(/[^\x21-\x2b\x2d-\x7e]|%/gu, (character) => hexEscaped("%", character));
}
