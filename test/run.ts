import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CannotStart } from "../src/platform/embedded/cannot-start.js";
import { startEmbeddedPostgres } from "../src/platform/embedded/postgres/start.js";
import { startSuite, type Suite } from "./runner/ava.js";
import { compiledSelection } from "./runner/selection.js";

/** A PostgreSQL for the whole suite: the one that the environment names, or one of our own. */
async function provideDatabase(): Promise<{ url: string; remove(): Promise<void> }> {
  const given = process.env["TEST_DATABASE_URL"];
  if (given !== undefined && given !== "") return { url: given, remove: async () => undefined };
  const folder = await mkdtemp(join(tmpdir(), "daybook-test-"));
  const removeFolder = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    const postgres = await startEmbeddedPostgres({ folder, log: console.error, durable: false });
    return { url: postgres.url, remove: () => postgres.stop().then(removeFolder) };
  } catch (error) {
    await removeFolder();
    throw error;
  }
}

/** Ctrl-C reaches ava too, as a member of the terminal's group; a lone signal is passed on. */
const passSignalsTo = (running: () => Suite | undefined, interrupted: () => void): void => {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      interrupted();
      running()?.child.kill(signal);
    });
  }
};

const run = async (): Promise<number> => {
  let suite: Suite | undefined;
  let interrupted = false;
  passSignalsTo(
    () => suite,
    () => {
      interrupted = true;
    },
  );
  const database = await provideDatabase();
  try {
    if (interrupted) return 1;
    suite = startSuite(compiledSelection(process.argv.slice(2)), database.url);
    const { passed, failed, code } = await suite.outcome;
    console.log(`${passed} passed, ${failed} failed`);
    return interrupted ? 1 : code;
  } finally {
    await database.remove();
  }
};

try {
  process.exitCode = await run();
} catch (error) {
  if (!(error instanceof CannotStart)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
