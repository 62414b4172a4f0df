export type Side = "left" | "right";

/**
 * Lines of aligned columns under a heading, two spaces apart and in.
 *
 * @param columns headings with the side their cells stand on
 */
export function table(
  columns: readonly (readonly [heading: string, side: Side])[],
  rows: readonly (readonly string[])[],
): readonly string[] {
  const headings = columns.map(([heading]) => heading);
  const widths = columns.map((_, column) =>
    Math.max(...[headings, ...rows].map((cells) => (cells[column] ?? "").length)),
  );
  const line = (cells: readonly string[]): string => {
    const padded = columns.map(([, side], column) => {
      const cell = cells[column] ?? "";
      const width = widths[column] ?? 0;
      return side === "left" ? cell.padEnd(width) : cell.padStart(width);
    });
    return `  ${padded.join("  ")}`.trimEnd();
  };
  const rule = line(widths.map((width) => "-".repeat(width)));
  return [line(headings), rule, ...rows.map(line)];
}
