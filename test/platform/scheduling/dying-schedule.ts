import { openDatabase } from "../../../src/platform/database/database.js";
import { Schedule } from "../../../src/platform/scheduling/schedule.js";
import { silent } from "../../world/log-world.js";
import { diary, JOB } from "./diary.js";

/** A process of its own that begins a day's job and dies, as by `kill -9`, in the midst of it. */
const [url = "", now = "0"] = process.argv.slice(2);
const database = openDatabase({ url, poolSize: 2 });

const job = {
  ...JOB,
  async run(day: string): Promise<object> {
    await diary(database).write(`${day} begun`);
    process.kill(process.pid, "SIGKILL");
    return {};
  },
};

const clock = { now: () => Number(now) };
new Schedule({ jobs: [job], database, clock, log: silent }).start();
