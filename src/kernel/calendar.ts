/**
 * Whether a day or an instant in ISO 8601 is one that the stores know, too: of the years 1 to 9999.
 * There was no year 0, though a four-digit year can say so, and an instant near either end leaves
 * those years when it is told in UTC. What no table can hold must not come into an event: it would
 * stop the read models that meet it.
 */
export function isOnCalendar(iso: string): boolean {
  return /^\d{4}-/.test(iso) && !iso.startsWith("0000");
}
