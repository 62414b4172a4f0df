import { openDatabase } from "../../../src/platform/database/database.js";
import { Connection } from "../../../src/platform/eventlog/connection.js";
import { openEventLog } from "../../../src/platform/eventlog/event-log.js";
import { runProcesses } from "../../../src/platform/processing/run-processes.js";
import { openVault } from "../../../src/platform/vault/vault.js";
import { defineProcess, send } from "../../../src/kernel/process.js";
import { BUSY_MACHINE, silent } from "../../world/log-world.js";
import { answers, instantly, questions, type Asked } from "./world.js";

/**
 * A process of its own that runs reactions and dies, as by `kill -9`, after so many commands
 * were delivered: behind the effect and before the checkpoint.
 */
const [nodeUrl = "", databaseUrl = "", deliveries = "0"] = process.argv.slice(2);
const database = openDatabase({ url: databaseUrl, poolSize: 4 });
const vault = openVault({ database, masterKey: Buffer.alloc(32) });
const clock = { now: () => Date.now() };
const events = { ...questions.events, ...answers.events };
const connection = new Connection(nodeUrl, BUSY_MACHINE);
const log = openEventLog({ connection, log: silent, clock, vault, events });

let left = Number(deliveries);

const answering = defineProcess<Asked>({
  name: "answer-questions",
  on: {
    Asked: ({ stream, data }) => {
      const answer = send(answers, stream, { type: "Answer", to: data.question });
      return [
        {
          ...answer,
          async deliver(commands, envelope) {
            const outcome = await answer.deliver(commands, envelope);
            left -= 1;
            if (left === 0) process.kill(process.pid, "SIGKILL");
            return outcome;
          },
        },
      ];
    },
  },
});

runProcesses({
  definitions: [answering],
  feed: log.feed,
  eventAt: async (stream, from) => (await log.readStream(stream, { from, to: from }))[0],
  commands: log,
  ports: { clock, reads: database, commands: log },
  projections: instantly,
  database,
  clock,
  log: silent,
});
