import { randomUUID } from "node:crypto";
import { v5, validate } from "uuid";

/** The namespace of everything Daybook derives; it must never change. */
const NAMESPACE = "6d1f3c1e-5b0a-4d7e-9a57-0c8a5d2a6f11";

export function newId(): string {
  return randomUUID();
}

/** The same parts always give the same id: retries of one command meet their own first try. */
export function deriveId(...parts: readonly (string | number)[]): string {
  return v5(JSON.stringify(parts), NAMESPACE);
}

export function isId(text: string): boolean {
  return validate(text);
}
