import test from "ava";
import { newId } from "../../../src/kernel/ids.js";
import { SYSTEM } from "../../../src/kernel/event.js";
import { defineProcess, send } from "../../../src/kernel/process.js";
import { isRejection } from "../../../src/kernel/rejection.js";
import { parkedReactions, unpark } from "../../../src/platform/processing/parked-reactions.js";
import { MOST_ATTEMPTS } from "../../../src/platform/processing/retries.js";
import { envelope } from "../../world/log-world.js";
import { eventually } from "../../world/eventually.js";
import { answers, openProcessWorld, questions, run, type Answered, type Asked } from "./world.js";

const world = await openProcessWorld();
const { log, database, clock } = world;

let healthy = false;
const order: string[] = [];

/** Answers a question in two parts; `chain` leads to a further answer, `poison` to an error. */
const answering = defineProcess<Asked | Answered>({
  name: "answer-questions",
  on: {
    Asked: ({ stream, data }) => {
      const id = stream.slice("question-".length);
      order.push(data.question);
      if (data.question === "poison" && !healthy) throw new Error("indigestible");
      const command = { type: "Answer", to: data.question } as const;
      return [send(answers, id, { type: "Answer", to: "" }), send(answers, id, command)];
    },
    Answered: ({ stream, data }) =>
      data.to === "chain"
        ? [send(answers, `${stream}-more`, { type: "Answer", to: "a consequence" })]
        : [],
  },
});

const processes = run(world, [answering]);
test.after.always(async () => {
  await processes.stop();
  await world.close();
});

const ask = async (question: string, id = newId(), correlation?: string): Promise<number> => {
  const sent = envelope(newId(), correlation);
  const outcome = await log.execute(questions, id, { type: "Ask", question }, sent);
  if (isRejection(outcome)) throw new Error(outcome.message);
  return outcome.position;
};

test.serial("a reaction's commands carry on the interaction that caused them", async (t) => {
  const id = newId();
  const sent = envelope(newId(), newId());
  const asked = await log.execute(questions, id, { type: "Ask", question: "why" }, sent);
  if (isRejection(asked)) return t.fail();
  t.true(await processes.settled(asked.position, 120_000));
  const [answer, ...rest] = await log.history(answers, id);
  t.deepEqual(rest, []);
  t.like(answer?.metadata, {
    marketplace: sent.marketplace,
    actor: SYSTEM,
    correlationId: sent.correlationId,
    causationId: asked.events[0]?.id,
  });
});

test.serial("settled waits for consequences of consequences", async (t) => {
  const id = newId();
  t.true(await processes.settled(await ask("chain", id), 120_000));
  t.is((await log.history(answers, `answer-${id}-more`)).length, 1);
});

test.serial("settled gives up when its time is over", async (t) => {
  t.false(await processes.settled((await log.feed.end()) + 1, 30));
});

test.serial("events of one interaction are reacted to in their order", async (t) => {
  const correlation = newId();
  let last = 0;
  const wanted = Array.from({ length: 20 }, (_, index) => `${correlation} ${index}`);
  for (const question of wanted) last = await ask(question, newId(), correlation);
  t.true(await processes.settled(last, 120_000));
  t.deepEqual(
    order.filter((question) => question.startsWith(correlation)),
    wanted,
  );
});

test.serial("a poisonous event blocks nobody, is retried and heals", async (t) => {
  const [poisoned, sound] = [newId(), newId()];
  const correlation = newId();
  await ask("poison", poisoned, correlation);
  t.true(await processes.settled(await ask("sound", sound, correlation), 120_000));
  t.is((await log.history(answers, sound)).length, 1);
  t.is((await log.history(answers, poisoned)).length, 0);
  healthy = true;
  await eventually("the poison is digested", async () => {
    // How long it waits depends on how often it was tried before.
    clock.advance(10_000);
    await processes.runDueNow();
    const waiting = await database.rows("select * from ops.process_retries");
    return waiting.length === 0 ? true : undefined;
  });
  t.is((await log.history(answers, poisoned)).length, 1);
});

test.serial("what fails too often is parked, shown, and can be taken up again", async (t) => {
  healthy = false;
  const id = newId();
  t.true(await processes.settled(await ask("poison", id), 120_000));
  const parked = await eventually("the reaction is parked", async () => {
    clock.advance(3_600_000);
    await processes.runDueNow();
    const all = await parkedReactions(database);
    return all.length > 0 ? all : undefined;
  });
  t.like(parked, [{ process: "answer-questions", stream: `question-${id}`, revision: 0 }]);
  t.is(parked[0]?.attempts, MOST_ATTEMPTS);
  t.regex(parked[0]?.last_error ?? "", /indigestible/);
  healthy = true;
  clock.advance(3_600_000);
  t.deepEqual(await processes.runDueNow(), { delivered: 0 }, "a parked one waits for people");
  t.true(await unpark(database, "answer-questions", parked[0]?.key ?? ""));
  await eventually("the reaction is done", async () => {
    await processes.runDueNow();
    return (await log.history(answers, id)).length === 1 ? true : undefined;
  });
  t.deepEqual(await parkedReactions(database), []);
});
