/** Some fields of a whole; `undefined` leaves one as it is, `null` empties what may be empty. */
export type Change<T> = { readonly [K in keyof T]?: T[K] | undefined };

/** The whole with the change laid over it. */
export function changed<T extends object>(whole: T, change: Change<T>): T {
  const given = Object.entries(change).filter(([, value]) => value !== undefined);
  return { ...whole, ...Object.fromEntries(given) };
}
