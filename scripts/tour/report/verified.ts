import type { VerifyOutcome } from "../../../src/platform/projecting/verify.js";

/** What was compared, and every table in which rebuilt and live differ. */
export function verified({ compared, failed, events, seconds }: VerifyOutcome): readonly string[] {
  const differing = compared.filter((table) => table.differing > 0);
  const rows = compared.reduce((sum, table) => sum + table.rows, 0);
  return [
    `  ${events} events replayed in ${seconds.toFixed(1)} s, ` +
      `${rows} rows of ${compared.length} tables compared`,
    `  ${compared.length - differing.length} tables are equal, byte for byte`,
    ...differing.map(({ projection, table, differing: count }) => {
      return `  ${projection} ${table}: ${count} rows DIFFER`;
    }),
    ...failed.map(({ name, error }) => `  ${name} could not be compared: ${error.message}`),
  ];
}
