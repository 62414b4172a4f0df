/** Every UTF-8 byte of the text as the prefix and two hex digits: what no tool takes as it is. */
export function hexEscaped(prefix: string, text: string): string {
  const bytes = [...Buffer.from(text, "utf8")];
  return bytes.map((byte) => prefix + byte.toString(16).padStart(2, "0")).join("");
}

/** Free text on one line of a plain-text journal: what could end or break a line is a space. */
export function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").trim();
}
