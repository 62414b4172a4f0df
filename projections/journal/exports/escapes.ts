/** Every UTF-8 byte of the text as the prefix and two hex digits: what no tool takes as it is. */
export function hexEscaped(prefix: string, text: string): string {
  const bytes = [...Buffer.from(text, "utf8")];
  return bytes.map((byte) => prefix + byte.toString(16).padStart(2, "0")).join("");
}

/** Free text on one line of a plain-text journal. */
export function oneLine(text: string): string {
  // Only characters below the space can end or break a line.
  // eslint-disable-next-line no-control-regex
  return text.replaceAll(/[\u0000-\u001f\u007f\u0085\u2028\u2029]+/g, " ").trim();
}
