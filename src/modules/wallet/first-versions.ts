type Data = Readonly<Record<string, unknown>>;

/** In the first versions a movement named only an id, of a booking or of anything else. */
function referenceOf(text: unknown): object | null {
  return typeof text === "string" ? { type: "other", number: null, id: text } : null;
}

export function creditWithoutReturn(data: Data): Record<string, unknown> {
  return { ...data, description: null, reference: referenceOf(data["reference"]), returned: null };
}

export function debitOfBooking(data: Data): Record<string, unknown> {
  const reference = referenceOf(data["reference"]);
  return { ...data, description: null, reference, kind: "booking" };
}

export function holdWithoutPurpose(data: Data): Record<string, unknown> {
  return { ...data, description: null, reference: null, purpose: null, bankAccount: null };
}

export function captureWithoutPurpose(data: Data): Record<string, unknown> {
  const reference = referenceOf(data["reference"]);
  return { ...data, description: null, reference, purpose: null, tax: null };
}
