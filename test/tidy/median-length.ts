import type { SourceFile } from "../world/source-files.js";

/** The number of lines that half of the files do not exceed. */
export const medianLength = (files: readonly SourceFile[]): number => {
  const lengths = files.map(({ source }) => source.split("\n").length - 1).sort((a, b) => a - b);
  return lengths[Math.floor(lengths.length / 2)] ?? 0;
};
