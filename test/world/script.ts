import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Config } from "../../src/config/config.js";

export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs an operator's script on the stores of a service, in a process of its own. */
export function runScript(
  { dataDir, masterKeys, eventStoreUrl, databaseUrl }: Config,
  script: string,
  ...parameters: readonly string[]
): Promise<Ended> {
  const file = fileURLToPath(new URL(`../../scripts/${script}.js`, import.meta.url));
  const settings = {
    DATA_DIR: dataDir,
    SANDBOX: "on",
    MASTER_KEY: masterKeys.current ?? "",
    MASTER_KEY_PREVIOUS: masterKeys.previous ?? "",
    EVENTSTORE_URL: eventStoreUrl ?? "",
    DATABASE_URL: databaseUrl ?? "",
  };
  const env = { PATH: process.env["PATH"], ...settings };
  return new Promise((resolve) => {
    execFile(process.execPath, [file, ...parameters], { env }, (error, out, err) => {
      resolve({ code: Number(error?.code ?? 0), out, err });
    });
  });
}
