import { z } from "zod";

/** A UUID wherever it stands; the store knows each by its lower case alone. */
const UUID = /\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b/gi;

function inLowerCase(text: string): string {
  return text.replace(UUID, (id) => id.toLowerCase());
}

/**
 * An id as a caller gives it, in a path, a query or a body: letters of either case name the same
 * one (RFC 9562, section 4), of which ours have the lower.
 */
export const givenId = z.uuid().toLowerCase();

/**
 * Text of a caller in which ids may stand: the name of a stream, a reference, the address of an
 * account. All else in it keeps its case, which the ids of gateways depend on.
 */
export function givenName(schema: z.ZodString) {
  return schema.overwrite(inLowerCase);
}
