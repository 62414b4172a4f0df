import { once } from "node:events";
import { connect as connectSocket } from "node:net";
import type { ExecutionContext } from "ava";
import test from "ava";
import { startEventNode } from "../../../src/platform/embedded/event-node/start-event-node.js";
import { connect } from "./running-node.js";
import { noted, numbers } from "./test-events.js";

/** A node and the base of its pages. */
async function pages(t: ExecutionContext): Promise<{ port: number; base: string }> {
  const node = await startEventNode({ port: 0, storage: { kind: "memory" } });
  t.teardown(() => node.stop());
  return { port: node.port, base: `http://127.0.0.1:${node.port}` };
}

test("one port answers probes over HTTP/1.1 and clients over gRPC", async (t) => {
  const { port, base } = await pages(t);
  const ping = await fetch(`${base}/ping`);
  t.is(ping.status, 200);
  t.like(await ping.json(), { text: "Ping request successfully handled" });
  const client = connect(port);
  t.teardown(() => client.dispose());
  await client.appendToStream("s", noted(1));
  t.deepEqual(await numbers(client.readStream("s")), [1]);
  t.is((await fetch(`${base}/health/live`)).status, 204);
});

test("the pages tell the version and how far the log goes", async (t) => {
  const { base } = await pages(t);
  t.like(await (await fetch(`${base}/info`)).json(), { esVersion: "24.6.0", state: "leader" });
  t.like(await (await fetch(`${base}/stats`)).json(), { es: { writer: { lastPosition: 2 } } });
});

test("what is no page is 404, and pages are only read", async (t) => {
  const { base } = await pages(t);
  const unknown = await fetch(`${base}/streams/s`, { method: "POST", body: "{}" });
  t.is(unknown.status, 404);
  t.is(unknown.statusText, "Not Found");
  t.is((await fetch(`${base}/ping`, { method: "DELETE" })).status, 405);
});

test("a request that arrives byte by byte is understood", async (t) => {
  const { port } = await pages(t);
  const socket = connectSocket(port, "127.0.0.1");
  socket.setNoDelay(true);
  for (const letter of "PUT /ping HTTP/1.1\r\nHost: node\r\n\r\n") {
    socket.write(letter);
    await new Promise((resolve) => setImmediate(resolve));
  }
  const [answer] = await once(socket, "data");
  t.regex(String(answer), /^HTTP\/1\.1 405 /);
  socket.destroy();
});

test("a node stops although connections have not said what they want", async (t) => {
  const node = await startEventNode({ port: 0, storage: { kind: "memory" } });
  const [silent, halfway] = [connectSocket(node.port), connectSocket(node.port)];
  await Promise.all([once(silent, "connect"), once(halfway, "connect")]);
  halfway.write("PR");
  // A reset is an end as well.
  for (const socket of [silent, halfway]) socket.on("error", () => undefined);
  const gone = [silent, halfway].map((socket) => new Promise((done) => socket.on("close", done)));
  await node.stop();
  await Promise.all(gone);
  t.true(silent.destroyed && halfway.destroyed);
});

test("a peer that resets its connection harms nobody", async (t) => {
  const { port, base } = await pages(t);
  const rude = connectSocket(port, "127.0.0.1");
  await once(rude, "connect");
  rude.write("P");
  rude.resetAndDestroy();
  t.is((await fetch(`${base}/ping`)).status, 200);
});
