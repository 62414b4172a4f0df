import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ExecutionContext } from "ava";

/** Makes an empty folder that is removed when the test ends; only its maker can enter it. */
export async function temporaryFolder(t: ExecutionContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "daybook-test-"));
  t.teardown(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
