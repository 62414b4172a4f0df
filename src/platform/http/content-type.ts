/** How the files begin that marketplaces are sent: pictures and documents. */
const BEGINNINGS: readonly (readonly [type: string, offset: number, bytes: string])[] = [
  ["image/jpeg", 0, "\xff\xd8\xff"],
  ["image/png", 0, "\x89PNG\r\n\x1a\n"],
  ["image/gif", 0, "GIF8"],
  ["image/webp", 8, "WEBP"],
  ["application/pdf", 0, "%PDF-"],
];

/** What the bytes are by their beginning; neither a name nor a header is believed (DESIGN §12). */
export function contentTypeOf(bytes: Buffer): string {
  const beginning = bytes.subarray(0, 16).toString("latin1");
  const known = BEGINNINGS.find(([, offset, text]) => beginning.startsWith(text, offset));
  return known?.[0] ?? "application/octet-stream";
}
