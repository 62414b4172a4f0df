import { defineAggregate } from "../../../src/kernel/decider.js";
import { PLAIN } from "../../../src/kernel/event-catalogue.js";
import type { ProcessDefinition, ProcessPorts } from "../../../src/kernel/process.js";
import type { ProjectionProgress } from "../../../src/kernel/progress.js";
import { reject } from "../../../src/kernel/rejection.js";
import {
  runProcesses,
  type RunningProcesses,
} from "../../../src/platform/processing/run-processes.js";
import { openLogWorld, silent, type LogWorld } from "../../world/log-world.js";

export interface Asked {
  readonly type: "Asked";
  readonly data: { readonly question: string };
}

export interface Answered {
  readonly type: "Answered";
  readonly data: { readonly to: string };
}

interface Ask {
  readonly type: "Ask";
  readonly question: string;
}

export interface Answer {
  readonly type: "Answer";
  readonly to: string;
}

export const questions = defineAggregate<Ask, null, Asked>({
  category: "question",
  initial: null,
  events: { Asked: PLAIN },
  decide: ({ question }) => [{ type: "Asked", data: { question } }],
  evolve: () => null,
});

/** Answers anything but silence, as often as it is told to. */
export const answers = defineAggregate<Answer, number, Answered>({
  category: "answer",
  initial: 0,
  events: { Answered: PLAIN },
  decide({ to }) {
    if (to === "") return reject("invalid", "silence", "Nothing to say.");
    return [{ type: "Answered", data: { to } }];
  },
  evolve: (count) => count + 1,
});

export const openProcessWorld = (): Promise<LogWorld> =>
  openLogWorld({ ...questions.events, ...answers.events });

/** Read models that are always there: these tests are not about projections. */
export const instantly: ProjectionProgress = { reached: () => Promise.resolve(true) };

export const run = (
  { log, database, clock }: LogWorld,
  definitions: readonly ProcessDefinition[],
  projections = instantly,
): RunningProcesses => {
  const ports: ProcessPorts = { clock, reads: database, commands: log };
  return runProcesses({
    definitions,
    feed: log.feed,
    eventAt: async (stream, revision) => {
      return (await log.readStream(stream, { from: revision, to: revision }))[0];
    },
    commands: log,
    ports,
    projections,
    database,
    clock,
    log: silent,
  });
};

/** What the deadlines projection makes; it is not part of these tests. */
export const createDeadlines = (world: LogWorld): Promise<unknown> =>
  world.database.rows(
    `create table read.deadlines (
       kind text, subject text, marketplace text not null, due_at timestamptz not null,
       data json not null, primary key (kind, subject))`,
  );

export const setDeadline = (
  { database, clock }: LogWorld,
  kind: string,
  subject: string,
  inMilliseconds: number,
): Promise<unknown> =>
  database.rows(`insert into read.deadlines values ($1, $2, 'minuteserv', $3, '{"note":"x"}')`, [
    kind,
    subject,
    new Date(clock.now() + inMilliseconds).toISOString(),
  ]);
