/** One figure, in the unit that its name ends with. */
export interface Result {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What it should be, such as `<= 5`; null where it only informs. */
  readonly target: string | null;
  readonly met: boolean | null;
}

/** What a measurement needs to know of the run that it is part of. */
export interface Setting {
  /** Less data and shorter: the whole run in under two minutes. */
  readonly quick: boolean;
  /** Tells what is being done. */
  readonly say: (line: string) => void;
}

/** Makes its own stores, measures, removes them. */
export interface Measurement {
  /** The figures that it gives. */
  readonly names: readonly string[];
  measure(setting: Setting): Promise<readonly Result[]>;
}

/** A figure that must not be more than the target. */
export function atMost(name: string, value: number, unit: string, target: number): Result {
  return { name, value: rounded(value), unit, target: `<= ${target}`, met: value <= target };
}

/** A figure that must not be less than the target. */
export function atLeast(name: string, value: number, unit: string, target: number): Result {
  return { name, value: rounded(value), unit, target: `>= ${target}`, met: value >= target };
}

export function informs(name: string, value: number, unit: string): Result {
  return { name, value: rounded(value), unit, target: null, met: null };
}

/** Three digits that count. */
function rounded(value: number): number {
  return Number(value.toPrecision(value >= 1_000 ? 5 : 3));
}

/** The value below which so many percent of all lie. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  const index = Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100));
  return sorted[index] ?? NaN;
}
