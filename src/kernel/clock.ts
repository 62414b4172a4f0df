/** Business time. The sandbox can move it forward; nothing else may ask the machine for it. */
export interface Clock {
  /** Milliseconds since the UNIX epoch. */
  now(): number;
}

/** The instant as ISO 8601 in UTC, the one form of time in events and read models. */
export function isoNow(clock: Clock): string {
  return new Date(clock.now()).toISOString();
}

/** ISO 8601 text moved by whole milliseconds. */
export function isoAfter(iso: string, milliseconds: number): string {
  return new Date(Date.parse(iso) + milliseconds).toISOString();
}

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
