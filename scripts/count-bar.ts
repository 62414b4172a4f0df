import { Presets, SingleBar } from "cli-progress";

export interface CountBar {
  /** How much there is now. */
  show(done: number): void;
  end(): void;
}

/**
 * A bar with rate and time left on a terminal; nothing where there is none.
 *
 * @param what is counted, in the plural
 * @param expected how much it will be, if only roughly
 */
export function countBar(what: string, expected: number): CountBar {
  if (!process.stderr.isTTY) return { show: () => undefined, end: () => undefined };
  const bar = new SingleBar(
    {
      format: `{bar} {percentage}% | {value} ${what} | {rate}/s | {eta_formatted} left`,
      hideCursor: true,
      etaBuffer: 500,
    },
    Presets.shades_classic,
  );
  const started = performance.now();
  bar.start(expected, 0, { rate: 0 });
  return {
    show(done) {
      const rate = Math.round((done * 1_000) / Math.max(performance.now() - started, 1));
      bar.setTotal(Math.max(expected, done));
      bar.update(done, { rate });
    },
    end: () => bar.stop(),
  };
}
