/**
 * Turns what a person types after `npm test --` into what ava takes: a source file or folder of
 * tests becomes its compiled twin, everything else (`--match`, a path in dist) passes unchanged.
 */
export const compiledSelection = (typed: readonly string[]): string[] =>
  typed.map((argument) =>
    /^(\.\/)?test\//.test(argument)
      ? `dist/${argument.replace(/^\.\//, "").replace(/\.ts$/, ".js")}`
      : argument,
  );
