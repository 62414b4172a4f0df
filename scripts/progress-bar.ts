import { Presets, SingleBar } from "cli-progress";
import type { RebuildProgress } from "../src/kernel/projection-status.js";

const PHASES: Readonly<Record<RebuildProgress["phase"], string>> = {
  preparing: "preparing",
  replaying: "replaying the log",
  indexing: "building indexes",
  going_live: "going live",
  comparing: "comparing",
  done: "done",
  aborted: "aborted",
  failed: "failed",
};

export interface ProgressBar {
  readonly show: (progress: RebuildProgress) => void;
  readonly end: () => void;
}

/** A bar with rate and time left on a terminal; a line a phase where there is none. */
export function progressBar(): ProgressBar {
  const bar = new SingleBar(
    {
      format: "{phase} {bar} {percentage}% | {events} events | {rate}/s | {left}",
      noTTYOutput: false,
      hideCursor: true,
    },
    Presets.shades_classic,
  );
  const terminal = process.stderr.isTTY;
  let phase: string | undefined;
  let started = false;
  return {
    show(progress) {
      if (!terminal) {
        if (progress.phase !== phase) console.error(PHASES[progress.phase]);
        phase = progress.phase;
        return;
      }
      const payload = {
        phase: PHASES[progress.phase].padEnd(17),
        events: progress.events,
        rate: Math.round(progress.rate),
        left: progress.eta === null ? "" : `${progress.eta} s left`,
      };
      const total = Math.max(progress.target, 1);
      if (!started) bar.start(total, 0, payload);
      started = true;
      bar.setTotal(total);
      bar.update(Math.min(progress.position, total), payload);
    },
    end() {
      if (started) bar.stop();
    },
  };
}
