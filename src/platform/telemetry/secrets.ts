const SECRET = /^(authorization|cookie|.*password.*|otp|.*_otp|.*token|.*secret.*)$/i;

const CENSORED = "[redacted]";

/** So deep a secret may hide in what is logged. */
const DEEPEST = 4;

type Fields = Record<string, unknown>;

/**
 * The fields with every secret cut out by its name. Without any, which is nearly always, it is
 * the same object and nothing is copied: this runs for every line.
 */
export function withoutSecrets(fields: Fields, depth = DEEPEST): Fields {
  let clean = fields;
  for (const name in fields) {
    const value = fields[name];
    const kept = SECRET.test(name) ? CENSORED : cleaned(value, depth);
    if (kept === value) continue;
    if (clean === fields) clean = { ...fields };
    clean[name] = kept;
  }
  return clean;
}

function cleaned(value: unknown, depth: number): unknown {
  if (typeof value !== "object" || value === null || depth <= 1) return value;
  // Errors are cleaned by their serializer, which makes plain fields of them.
  if (value instanceof Error || Array.isArray(value)) return value;
  return withoutSecrets(value as Fields, depth - 1);
}
