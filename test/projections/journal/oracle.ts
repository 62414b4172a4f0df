import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Whether an accounting tool is installed; says so once if it is not. */
export async function isInstalled(tool: string): Promise<boolean> {
  try {
    await run(tool, ["--version"]);
    return true;
  } catch {
    console.log(`${tool} is not installed here, so it was not asked about the export.`);
    return false;
  }
}

/** What the tool prints; throws with its complaint when it does not like the file. */
export async function ask(tool: string, ...options: string[]): Promise<string> {
  return (await run(tool, options, { maxBuffer: 64 * 1_048_576 })).stdout;
}

/** `"a","1.00 INR"` lines, as both tools print CSV. */
export function csvRows(text: string): string[][] {
  return text
    .trim()
    .split(/\r?\n/)
    .map((line) => [...line.matchAll(/"((?:[^"]|"")*)"|([^,]+)/g)])
    .map((fields) => fields.map(([, quoted, plain]) => (quoted ?? plain ?? "").trim()));
}
