import type { ExecutionContext } from "ava";
import type { Commands } from "../../src/kernel/commands.js";
import type { Aggregate } from "../../src/kernel/decider.js";
import type { DomainEvent } from "../../src/kernel/event.js";
import { newId } from "../../src/kernel/ids.js";
import type { ProcessDefinition } from "../../src/kernel/process.js";
import { isRejection, reject } from "../../src/kernel/rejection.js";
import { aggregates } from "../../src/modules/aggregates.js";
import { runProcesses } from "../../src/platform/processing/run-processes.js";
import { eventually } from "../world/eventually.js";
import { envelope, openLogWorld, silent } from "../world/log-world.js";

/** What becomes of a type of command while it is broken. */
export type Fault = "throws" | "busy";

/** Processes on a real log, in which some commands fail until they are mended. */
export interface FaultyWorld {
  readonly broken: Map<string, Fault>;
  /** Carries a command out as a request would. */
  do<C, S, E extends DomainEvent>(aggregate: Aggregate<C, S, E>, id: string, c: C): Promise<void>;
  /** Writes facts as they are. */
  tell<C, S, E extends DomainEvent>(
    aggregate: Aggregate<C, S, E>,
    id: string,
    facts: readonly E[],
  ): Promise<void>;
  typesIn<C, S, E extends DomainEvent>(
    aggregate: Aggregate<C, S, E>,
    id: string,
  ): Promise<readonly string[]>;
  /** The processes that wait for another try of theirs. */
  waiting(): Promise<readonly string[]>;
  /** Mends every command and lets time pass until nothing waits any more. */
  heal(): Promise<void>;
}

export async function openFaultyWorld(
  t: ExecutionContext,
  definitions: readonly ProcessDefinition[],
): Promise<FaultyWorld> {
  const events = Object.assign({}, ...aggregates.map((each) => each.events));
  const world = await openLogWorld(events);
  const { log, database, clock } = world;
  const broken = new Map<string, Fault>();
  const faulty = failing(log, broken);
  const processes = runProcesses({
    definitions,
    feed: log.feed,
    eventAt: async (stream, revision) =>
      (await log.readStream(stream, { from: revision, to: revision }))[0],
    commands: faulty,
    ports: { clock, reads: database, commands: faulty },
    projections: { reached: () => Promise.resolve(true) },
    database,
    clock,
    log: silent,
  });
  t.teardown(async () => {
    await processes.stop();
    await world.close();
  });
  const execute: FaultyWorld["do"] = async (aggregate, id, command) => {
    const done = await log.execute(aggregate, id, command, envelope(newId()));
    if (isRejection(done)) throw new Error(done.message);
    t.true(await processes.settled(done.position, 120_000));
  };
  const waiting = async (): Promise<readonly string[]> => {
    const rows = await database.rows<{ process: string }>(
      "select process from ops.process_retries where parked_at is null order by process",
    );
    return rows.map(({ process }) => process);
  };
  return {
    broken,
    do: execute,
    tell: (aggregate, id, facts) => execute({ ...aggregate, decide: () => facts }, id, facts),
    async typesIn(aggregate, id) {
      return (await log.history(aggregate, id)).map(({ type }) => type);
    },
    waiting,
    async heal() {
      broken.clear();
      await eventually("nothing waits any more", async () => {
        clock.advance(60_000);
        await processes.runDueNow();
        return (await waiting()).length === 0 ? true : undefined;
      });
    },
  };
}

function failing(log: Commands, broken: ReadonlyMap<string, Fault>): Commands {
  return {
    load: (aggregate, id) => log.load(aggregate, id),
    history: (aggregate, id) => log.history(aggregate, id),
    async execute(aggregate, id, command, sent) {
      const fault = broken.get((command as { type: string }).type);
      if (fault === "throws") throw new Error("the disk is on fire");
      if (fault === "busy") return reject("unavailable", "busy", "Too many changes at once.");
      return log.execute(aggregate, id, command, sent);
    },
  };
}
