import type { Logger } from "pino";
import type { Clock } from "../../kernel/clock.js";
import type { Commands } from "../../kernel/commands.js";
import type { EventFeed } from "../../kernel/event-feed.js";
import type { ProcessDefinition, ProcessPorts } from "../../kernel/process.js";
import type { ProjectionProgress } from "../../kernel/progress.js";
import type { Database } from "../database/database.js";
import { pause } from "../eventlog/waiting.js";
import { Acting } from "./acting.js";
import { Deadlines } from "./deadlines.js";
import { followLog, readModelsReach } from "./follow-log.js";
import { whileLeading } from "./leadership.js";
import { Reactor, type ReactionCounters } from "./reaction.js";
import { Retries } from "./retries.js";
import { Sweep, type EventAt } from "./sweep.js";
import {
  DUE_CHANNEL,
  DUE_DONE_CHANNEL,
  watchProcesses,
  type Processes,
  type WatchedProcesses,
} from "./watch-processes.js";

/** Milliseconds of real time between looks at what is due. */
const LOOK_INTERVAL = 250;

/** Rounds that `runDueNow` makes at most, should deadlines beget deadlines without end. */
const MOST_ROUNDS = 50;

/** Milliseconds that one round waits for consequences. */
const ROUND_PATIENCE = 10_000;

export interface ProcessesOptions<P extends ProcessPorts> {
  readonly definitions: readonly ProcessDefinition<P>[];
  readonly feed: EventFeed;
  /** For retries: an event by its place. */
  readonly eventAt: EventAt;
  readonly commands: Commands;
  /** What reactions may use; its clock is the business clock. */
  readonly ports: P;
  readonly projections: ProjectionProgress;
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Logger;
}

export interface RunningProcesses extends Processes {
  readonly counters: Readonly<ReactionCounters>;
  /** Ends after the reactions that are under way. */
  stop(): Promise<void>;
}

/** Runs the processes as soon as this process leads, and stands by until then. */
export function runProcesses<P extends ProcessPorts>(
  options: ProcessesOptions<P>,
): RunningProcesses {
  const { definitions, feed, commands, ports, database, clock, log, eventAt } = options;
  const stopping = new AbortController();
  const watch = watchProcesses(database, feed);
  const reactor = new Reactor(ports, commands, log);
  const retries = new Retries(database, clock);
  const acting = new Acting(reactor, retries, log);
  const kinds = new Set(definitions.flatMap(({ due }) => Object.keys(due)));
  const deadlines = new Deadlines(database, clock, [...kinds]);
  const outwards = definitions.filter(({ outward }) => outward !== undefined);
  const sweeps = [undefined, ...outwards].map(
    (outward) => new Sweep({ outward, definitions, deadlines, retries, acting, eventAt }),
  );
  const reached = (position: number): void => watch.reached(position);
  const leading = whileLeading(database, log, stopping.signal, async (signal) => {
    const stopHere = new AbortController();
    const all = AbortSignal.any([signal, stopHere.signal]);
    const stopAnswering = answerDue(options, sweeps, watch, all);
    const looking = Promise.all(sweeps.map((sweep) => look(sweep, log, all)));
    try {
      await followLog({ ...options, acting, reached }, signal);
    } finally {
      stopAnswering();
      stopHere.abort();
      await looking;
    }
  });
  return {
    counters: reactor.counters,
    settled: (position, milliseconds) => watch.settled(position, milliseconds),
    runDueNow: () => watch.runDueNow(),
    async stop() {
      stopping.abort();
      await leading;
      watch.close();
    },
  };
}

async function look<P extends ProcessPorts>(
  sweep: Sweep<P>,
  log: Logger,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    try {
      await sweep.run(signal);
    } catch (error) {
      log.warn({ err: error }, "what is due could not be looked at");
    }
    await pause(LOOK_INTERVAL, signal);
  }
}

/** Answers `runDueNow`, wherever in the service it is called. */
function answerDue<P extends ProcessPorts>(
  options: ProcessesOptions<P>,
  sweeps: readonly Sweep<P>[],
  watch: WatchedProcesses,
  signal: AbortSignal,
): () => void {
  const { database, log } = options;
  const taken = new Set<string>();
  const answer = async (id: string): Promise<void> => {
    const delivered = await runDue(options, sweeps, watch, signal);
    await database.rows("select pg_notify($1, $2)", [DUE_DONE_CHANNEL, `${id} ${delivered}`]);
  };
  const listening = database.listen(DUE_CHANNEL, (id) => {
    if (id === undefined || taken.has(id)) return;
    taken.add(id);
    answer(id)
      .catch((error: unknown) => log.warn({ err: error }, "the due reactions were not all run"))
      .finally(() => taken.delete(id));
  });
  return () => listening.close();
}

async function runDue<P extends ProcessPorts>(
  { feed, projections }: ProcessesOptions<P>,
  sweeps: readonly Sweep<P>[],
  watch: WatchedProcesses,
  signal: AbortSignal,
): Promise<number> {
  let delivered = 0;
  for (let round = 0; round < MOST_ROUNDS && !signal.aborted; round += 1) {
    const end = await feed.end();
    await watch.settled(end, ROUND_PATIENCE);
    await readModelsReach(projections, end, signal);
    const counts = await Promise.all(sweeps.map((sweep) => sweep.run(signal)));
    const count = counts.reduce((total, each) => total + each, 0);
    delivered += count;
    // The look just before this one may have been the periodic one: its consequences count too.
    if (count === 0 && (await feed.end()) === end) break;
  }
  return delivered;
}
