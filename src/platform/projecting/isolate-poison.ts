import type { FeedPage } from "../../kernel/event-feed.js";
import { DatabaseUnavailable } from "../database/unavailable.js";
import { applyPage, type PageTarget, type Place } from "./apply-page.js";
import { announceChange, announcePosition, setState } from "./bookkeeping.js";
import { CannotProject } from "./cannot-project.js";
import { LiveCheckpoints, OutOfStep } from "./live-checkpoints.js";

/** A projection that met an event which it cannot take. */
export interface Poisoned {
  readonly name: string;
  readonly error: Error;
  readonly position: number;
}

/** Conflicts, timeouts and full disks pass; only what would fail again for ever is poison. */
const PASSING_SQLSTATE = /^(40|53|55|57|58)/;

/** Whether the error says nothing about the event: the page is to be tried again. */
export function isPassing(error: unknown): boolean {
  if (error instanceof DatabaseUnavailable || error instanceof OutOfStep) return true;
  if (!(error instanceof Error) || !("code" in error)) return false;
  return typeof error.code === "string" && PASSING_SQLSTATE.test(error.code);
}

/**
 * Applies a page that has failed as a whole: each projection by itself, and one that fails event
 * by event, so that it stands directly before the event that it cannot take. It alone is marked
 * `stopped` there; the others go on (DESIGN §5).
 */
export async function isolatePoison(
  { connection, stored }: PageTarget,
  places: readonly Place[],
  page: FeedPage,
): Promise<{ readonly places: readonly Place[]; readonly poisoned: readonly Poisoned[] }> {
  // Nobody is told of the position before the last of the healthy ones has come to it.
  const target = { connection, stored, checkpoints: new LiveCheckpoints(connection, false) };
  const healthy: Place[] = [];
  const poisoned: Poisoned[] = [];
  for (const place of places) {
    const outcome = await applyAlone(target, place, page);
    if ("error" in outcome) poisoned.push(outcome);
    else healthy.push(outcome);
  }
  for (const { name, error, position } of poisoned) {
    await setState(connection, name, "stopped", { message: error.message, position });
  }
  if (poisoned.length > 0) await announceChange(connection);
  await announcePosition(connection, page.position);
  return { places: healthy, poisoned };
}

async function applyAlone(
  target: PageTarget,
  place: Place,
  page: FeedPage,
): Promise<Place | Poisoned> {
  try {
    return await applyOne(target, place, page);
  } catch (error) {
    if (isPassing(error)) throw error;
  }
  let reached = place;
  for (const event of page.events) {
    try {
      reached = await applyOne(target, reached, { events: [event], position: event.position });
    } catch (error) {
      if (isPassing(error)) throw error;
      const { name } = place.projection;
      const named = error instanceof CannotProject ? error : new CannotProject(name, event, error);
      return { name, error: named, position: event.position };
    }
  }
  return applyOne(target, reached, { events: [], position: page.position });
}

async function applyOne(target: PageTarget, place: Place, page: FeedPage): Promise<Place> {
  const [after] = await applyPage(target, [place], page);
  return after ?? place;
}
