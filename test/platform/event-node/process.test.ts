import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { UnavailableError } from "@eventstore/db-client";
import test from "ava";
import { eventually } from "../../world/eventually.js";
import { freePort } from "../../world/free-port.js";
import { temporaryFolder } from "../../world/temporary-folder.js";
import { endNodeProcess, startNodeProcess } from "./node-process.js";
import { connect } from "./running-node.js";
import { type Noted, noted, numbers } from "./test-events.js";

const SCRIPT = fileURLToPath(new URL("../../../scripts/event-node.js", import.meta.url));

/** Runs the script to its end and returns its exit code and what it complained of. */
async function run(...flags: string[]): Promise<[code: number, errors: string]> {
  const stdio = ["ignore", "ignore", "pipe"] as const;
  const child = spawn(process.execPath, [SCRIPT, ...flags], { stdio: [...stdio] });
  let errors = "";
  child.stderr.on("data", (chunk: Buffer) => (errors += chunk.toString()));
  const [code] = await once(child, "close");
  return [code as number, errors];
}

test.serial("a client outlives a restart of its node", async (t) => {
  const folder = await temporaryFolder(t);
  let node = await startNodeProcess(await freePort(), "--data", folder);
  t.teardown(() => endNodeProcess(node, "SIGKILL"));
  const client = connect(node.port);
  await client.appendToStream("s", noted(1));
  t.is(await endNodeProcess(node, "SIGTERM"), 0);
  // Nothing that the client waits with keeps a process alive while there is no connection.
  const awake = setInterval(() => undefined, 1000);
  t.teardown(() => clearInterval(awake));
  const away = { credentials: { username: "admin", password: "changeit" } };
  await t.throwsAsync(client.appendToStream("s", noted(2), away), {
    instanceOf: UnavailableError,
  });
  node = await startNodeProcess(node.port, "--data", folder);
  // A try whose answer was lost may have arrived: the next one is the same append.
  const second = noted(2);
  await eventually("an append", () => client.appendToStream("s", second, { expectedRevision: 0n }));
  t.deepEqual(await numbers(client.readStream<Noted>("s")), [1, 2]);
  await client.dispose();
  t.is(await endNodeProcess(node, "SIGINT"), 0);
});

test.serial("bad settings are refused in a sentence", async (t) => {
  for (const [flags, reason] of [
    [["--memory"], /--port/],
    [["--port", "x", "--memory"], /whole number/],
    [["--port", "0"], /--data <folder> or --memory/],
    [["--port", "0", "--memory", "--data", "x"], /cannot be used with/],
  ] as const) {
    const [code, errors] = await run(...flags);
    t.is(code, 1);
    t.regex(errors, reason);
  }
});

test.serial("a port or a folder that is in use is refused", async (t) => {
  const taken = createServer().listen(0, "127.0.0.1");
  t.teardown(() => taken.close());
  await once(taken, "listening");
  const address = taken.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const [code, errors] = await run("--port", String(port), "--memory");
  t.is(code, 1);
  t.regex(errors, /cannot listen on 127\.0\.0\.1/);
  const folder = await temporaryFolder(t);
  const node = await startNodeProcess(0, "--data", folder);
  const [second, complaint] = await run("--port", "0", "--data", folder);
  t.is(second, 1);
  t.regex(complaint, /in use by another event node/);
  await endNodeProcess(node, "SIGTERM");
});

test.serial("a node ends when the process that it watches ends", async (t) => {
  const parent = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
  const node = await startNodeProcess(0, "--memory", "--watch-parent", String(parent.pid));
  const ended = once(node.child, "exit");
  parent.kill("SIGKILL");
  t.deepEqual(await ended, [0, null]);
});
