type Data = Readonly<Record<string, unknown>>;

/** The first payouts paid no instalments. */
export function withoutEmi(data: Data): Record<string, unknown> {
  return { ...data, emi: null };
}

/** The first payouts were providers': paid as asked for, to an account that finance knew. */
export function requestOfProvider(data: Data): Record<string, unknown> {
  const asked = { course: "direct", holdId: null, emiAutoFilled: false, bankAccount: null };
  return { ...withoutEmi(data), ...asked };
}
