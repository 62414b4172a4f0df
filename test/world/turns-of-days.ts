import type { HttpClient } from "./http-client.js";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Hours of a day in UTC at which it ends, here or in India, or at which a daily job runs. */
const TURNS = [0, 3, 4, 18.5, 20.5];

/** Milliseconds that a file of tests may take, on a busy machine. */
const LONGEST = 40 * MINUTE;

/** Milliseconds until the last of the turns that are so near that a test could meet them. */
export function untilTurned(now: number): number {
  const next = TURNS.map((hour) => (((hour * 60 * MINUTE - now) % DAY) + DAY) % DAY);
  const near = next.filter((wait) => wait <= LONGEST);
  return near.length === 0 ? 0 : Math.max(...near) + MINUTE;
}

/** Moves business time to the next noon in India. */
export function passToNoon(world: { readonly http: HttpClient }): Promise<void> {
  return advance(world, (now) => (((6.5 * 60 * MINUTE - now) % DAY) + DAY) % DAY);
}

/**
 * Moves business time beyond midnight and the nightly jobs if they are near, so that what happens
 * today to a test's eyes is one day's for the service as well.
 */
export function passNearTurns(world: { readonly http: HttpClient }): Promise<void> {
  return advance(world, untilTurned);
}

async function advance(
  { http }: { readonly http: HttpClient },
  waitAt: (now: number) => number,
): Promise<void> {
  const clock = await http.get("/sandbox/clock");
  const milliseconds = waitAt(Date.parse(clock.text("now")));
  if (milliseconds === 0) return;
  const advance_seconds = Math.ceil(milliseconds / 1_000);
  const moved = await http.post("/sandbox/clock", { advance_seconds });
  if (moved.status !== 200) throw new Error(moved.raw);
}
