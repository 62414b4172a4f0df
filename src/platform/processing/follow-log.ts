import type { Logger } from "pino";
import type { Clock } from "../../kernel/clock.js";
import type { EventFeed } from "../../kernel/event-feed.js";
import type { Recorded } from "../../kernel/event.js";
import type { ProcessDefinition, ProcessPorts } from "../../kernel/process.js";
import type { ProjectionProgress } from "../../kernel/progress.js";
import type { Database } from "../database/database.js";
import { pause } from "../eventlog/waiting.js";
import type { Acting } from "./acting.js";
import { CheckpointSaver } from "./checkpoint-saver.js";
import { readCheckpoint } from "./checkpoints.js";
import { Lanes } from "./lanes.js";
import { Watermark } from "./watermark.js";

const PAGE_SIZE = 200;

/** Events under way at most; the log is not read on beyond it. */
const WINDOW = 1_000;

/** Reactions at a time. They wait on stores and gateways, hardly on this processor. */
const AT_A_TIME = 16;

/** Milliseconds after which a wait for the read models is begun anew, so that it can end. */
const READ_MODEL_WAIT = 2_000;

export interface FollowOptions<P extends ProcessPorts> {
  readonly definitions: readonly ProcessDefinition<P>[];
  readonly feed: EventFeed;
  readonly projections: ProjectionProgress;
  readonly database: Database;
  readonly log: Logger;
  readonly acting: Acting<P>;
  readonly clock: Clock;
  /** Told how far everything is acted on. */
  reached(position: number): void;
}

/**
 * Follows the log from the checkpoint until the signal aborts. Events of one interaction or of one
 * stream are reacted to in their order, others side by side: a refund finds the capture that the
 * booking's completion before it has brought about. A slow reaction holds up the checkpoint, not
 * the other interactions.
 */
export async function followLog<P extends ProcessPorts>(
  options: FollowOptions<P>,
  signal: AbortSignal,
): Promise<void> {
  const { feed, database, log } = options;
  const broken = new AbortController();
  const going = AbortSignal.any([signal, broken.signal]);
  const start = await readCheckpoint(database);
  const saver = new CheckpointSaver(database, log, start);
  const lanes = new Lanes(AT_A_TIME);
  const watermark: Watermark = new Watermark(start, () => {
    options.reached(watermark.position);
    saver.save(watermark.position);
  });
  options.reached(start);
  for await (const { events, position } of feed.live(start, PAGE_SIZE, going)) {
    const concerned = events.filter((event) => reactorsTo(options.definitions, event).length > 0);
    const last = concerned.at(-1);
    if (last !== undefined) await readModelsReach(options.projections, last.position, going);
    if (going.aborted) break;
    for (const event of concerned) {
      const done = watermark.begin(event.position);
      const work = async (): Promise<void> => {
        if (await actOn(options, event, going)) done();
      };
      const keys = [event.metadata.correlationId, event.stream];
      lanes.run(keys, work).catch((error: unknown) => broken.abort(error));
    }
    watermark.begin(position)();
    while (watermark.underWay > WINDOW && !going.aborted) await pause(10, going);
  }
  await lanes.idle();
  await saver.flush();
  // A mistake of the runner's own: whoever leads next begins at the checkpoint.
  broken.signal.throwIfAborted();
}

/** Every process that has something to say about this event. */
function reactorsTo<P extends ProcessPorts>(
  definitions: readonly ProcessDefinition<P>[],
  { type }: Recorded,
): ProcessDefinition<P>[] {
  return definitions.filter(({ on }) => Object.hasOwn(on, type));
}

/** True when every process has reacted, or its failure is noted. */
async function actOn<P extends ProcessPorts>(
  { definitions, acting, clock }: FollowOptions<P>,
  event: Recorded,
  signal: AbortSignal,
): Promise<boolean> {
  const cause = { kind: "event", event } as const;
  const age = clock.now() - Date.parse(event.metadata.occurredAt);
  for (const definition of reactorsTo(definitions, event)) {
    const { outward } = definition;
    if (outward !== undefined && age > outward.freshFor) continue;
    const acted = outward
      ? await acting.queue(definition.name, cause, signal)
      : await acting.act(definition, cause, 0, signal);
    if (acted === "interrupted") return false;
  }
  return true;
}

/** Reactions may query, so the read models must know of the event first (DESIGN §5). */
export async function readModelsReach(
  projections: ProjectionProgress,
  position: number,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted && !(await projections.reached(position, READ_MODEL_WAIT)));
}
