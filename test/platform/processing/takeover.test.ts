import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import test from "ava";
import { newId } from "../../../src/kernel/ids.js";
import { defineProcess, send } from "../../../src/kernel/process.js";
import { envelope } from "../../world/log-world.js";
import { eventually } from "../../world/eventually.js";
import { answers, openProcessWorld, questions, run, type Asked } from "./world.js";

const world = await openProcessWorld();
const { log } = world;
test.after.always(() => world.close());

const RUNNER = fileURLToPath(new URL("dying-runner.js", import.meta.url));

/** Runs a runner until it kills itself after so many deliveries. */
const runToDeath = async (deliveries: number): Promise<void> => {
  const child = fork(RUNNER, [world.nodeUrl, world.databaseUrl, `${deliveries}`]);
  const [, signal] = (await once(child, "exit")) as [unknown, string];
  if (signal !== "SIGKILL") throw new Error(`the runner ended by ${signal}`);
};

const answering = defineProcess<Asked>({
  name: "answer-questions",
  on: {
    Asked: ({ stream, data }) => [send(answers, stream, { type: "Answer", to: data.question })],
  },
});

test.serial("killed between effect and checkpoint, nothing happens twice", async (t) => {
  const ids = Array.from({ length: 12 }, () => newId());
  for (const id of ids) {
    await log.execute(questions, id, { type: "Ask", question: "why" }, envelope());
  }
  for (const deliveries of [1, 4, 3]) await runToDeath(deliveries);
  const survivor = run(world, [answering]);
  t.true(await survivor.settled(await log.feed.end(), 120_000));
  for (const id of ids) t.is((await log.history(answers, `question-${id}`)).length, 1);
  await survivor.stop();
});

test.serial("a standby does nothing until the leader is gone, and then takes over", async (t) => {
  const leader = run(world, [answering]);
  const first = newId();
  const asked = await log.execute(questions, first, { type: "Ask", question: "1" }, envelope());
  t.true(await leader.settled("position" in asked ? asked.position : 0, 120_000));
  const standby = run(world, [answering]);
  const second = newId();
  await log.execute(questions, second, { type: "Ask", question: "2" }, envelope());
  t.true(await standby.settled(await log.feed.end(), 120_000), "told by the leader");
  t.is(standby.counters.delivered, 0);
  await leader.stop();
  const third = newId();
  await log.execute(questions, third, { type: "Ask", question: "3" }, envelope());
  t.true(await standby.settled(await log.feed.end(), 120_000));
  t.is((await log.history(answers, `question-${third}`)).length, 1);
  t.true(standby.counters.delivered > 0);
  await standby.stop();
});

test.serial("a leader that loses its session steps down and leads again", async (t) => {
  const runner = run(world, [answering]);
  await log.execute(questions, newId(), { type: "Ask", question: "1" }, envelope());
  t.true(await runner.settled(await log.feed.end(), 120_000));
  const killed = await world.database.rows(
    `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'
     and database = (select oid from pg_database where datname = current_database())`,
  );
  t.is(killed.length, 1);
  const id = newId();
  await log.execute(questions, id, { type: "Ask", question: "2" }, envelope());
  await eventually("it reacts again", async () => {
    return (await log.history(answers, `question-${id}`)).length === 1 ? true : undefined;
  });
  await runner.stop();
});

test.serial("a reaction waits for the read models", async (t) => {
  let reached = false;
  const projections = {
    reached: async () => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      return reached;
    },
  };
  const runner = run(world, [answering], projections);
  const id = newId();
  await log.execute(questions, id, { type: "Ask", question: "1" }, envelope());
  t.false(await runner.settled(await log.feed.end(), 500));
  t.deepEqual(await log.history(answers, `question-${id}`), []);
  reached = true;
  t.true(await runner.settled(await log.feed.end(), 120_000));
  t.is((await log.history(answers, `question-${id}`)).length, 1);
  await runner.stop();
});
