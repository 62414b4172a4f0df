/** How many tests passed, and how many failed or brought a whole file down. */
export interface Totals {
  readonly passed: number;
  readonly failed: number;
}

const PASSED = /^ {2}(\d+) tests? passed$/;
const FAILED = /^ {2}(\d+) (?:tests? failed|hooks? failed|uncaught exceptions?|unhandled rejections?)$/;

/**
 * Counts from the summary that ends ava's report. A run that ava itself calls failed never counts
 * as zero failures, whatever its report says: a file that hangs or holds no test has no line there.
 */
export const totalsOf = (report: readonly string[], succeeded: boolean): Totals => {
  let passed = 0;
  let failed = 0;
  for (const line of report) {
    passed += Number(PASSED.exec(line)?.[1] ?? 0);
    failed += Number(FAILED.exec(line)?.[1] ?? 0);
  }
  return { passed, failed: succeeded ? failed : Math.max(failed, 1) };
};
