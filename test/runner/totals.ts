/** How many tests passed, and how many failed or brought a whole file down. */
export interface Totals {
  readonly passed: number;
  readonly failed: number;
}

/** A test's own line has its mark two columns in; what a test logs stands deeper. */
const PASSED = /^ {2}[✔√] /;
/** A line of the summary that ends the report. */
const FAILED = /^ {2}(\d+) (?:(?:test|hook)s? failed|uncaught exceptions?|unhandled rejections?)$/;

/**
 * Counts from ava's report for people, which shows where a test failed; its TAP report does not.
 * A run that ava itself calls failed never counts as zero failures, whatever its report says: for
 * a file that hangs or holds no test the summary has no line.
 */
export const totalsOf = (report: readonly string[], succeeded: boolean): Totals => {
  const passed = report.filter((line) => PASSED.test(line)).length;
  const failed = report
    .map((line) => Number(FAILED.exec(line)?.[1] ?? 0))
    .reduce((sum, count) => sum + count, 0);
  return { passed, failed: succeeded ? failed : Math.max(failed, 1) };
};
