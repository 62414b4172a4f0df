import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer, type AddressInfo, type Socket } from "node:net";
import test from "ava";
import { startEventNode } from "../../src/platform/embedded/event-node/start-event-node.js";
import { listenForWebhooks, type WebhookListener } from "../platform/gateways/webhook-listener.js";
import { createTestDatabase } from "../world/database.js";
import { eventually } from "../world/eventually.js";
import { freePort } from "../world/free-port.js";
import { HttpClient } from "../world/http-client.js";
import { startMain } from "../world/main-process.js";
import { customer, type Outside } from "../world/minuteserv.js";
import { bookInCash } from "../world/minuteserv-partner.js";
import { openServiceWorld } from "../world/service.js";
import { temporaryFolder } from "../world/temporary-folder.js";

/**
 * The words that a listener has been told of a booking. A second try of one, as after an answer
 * that came too late or was lost in a crash, has the same delivery id and tells nothing new.
 */
function wordsOf({ heard }: WebhookListener, id: string): readonly string[] {
  const told = heard.map(({ headers, body }) => {
    const word = JSON.parse(body.toString()) as { event: string; data: { booking_id: string } };
    return { ...word, delivery: headers["x-webhook-delivery"] };
  });
  const mine = told.filter(({ data }) => data.booking_id === id);
  return [...new Map(mine.map(({ delivery, event }) => [delivery, event])).values()];
}

async function bookAndCancel(world: Outside): Promise<string> {
  const client = await customer(world);
  const id = await bookInCash(world, client);
  await client.post(`/bookings/${id}/cancel`, { reason: "Change of plans" });
  return id;
}

/** Takes connections and never says a word. */
async function listenInSilence() {
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    socket.on("error", () => socket.destroy());
    sockets.push(socket);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const close = () => {
    server.close();
    for (const socket of sockets) socket.destroy();
  };
  return { url: `http://127.0.0.1:${port}/`, close };
}

test("subscribers that hang or are away hold up no other", async (t) => {
  const hearing = await listenForWebhooks();
  const silent = await listenInSilence();
  const urls = [silent.url, `http://127.0.0.1:${await freePort()}/`, hearing.url];
  const quiet = { RATE_LIMITS: "off", LOG_LEVEL: "fatal" };
  const world = await openServiceWorld({ ...quiet, WEBHOOK_URLS: urls.join(",") });
  t.teardown(async () => {
    silent.close();
    await world.close();
    await hearing.close();
  });
  for (let round = 0; round < 3; round += 1) {
    const id = await bookAndCancel(world);
    const words = await eventually("told", async () => {
      const all = wordsOf(hearing, id);
      return all.length === 2 ? all : undefined;
    });
    t.deepEqual(words, ["booking.created", "booking.cancelled"]);
  }
});

test("what was not told when the service was killed is told by the next one", async (t) => {
  const hearing = await listenForWebhooks();
  const folder = await temporaryFolder(t);
  const [database, node] = await Promise.all([
    createTestDatabase(),
    startEventNode({ port: 0, storage: { kind: "memory" } }),
  ]);
  const settings = {
    DATA_DIR: folder,
    PORT: "0",
    SANDBOX: "on",
    RATE_LIMITS: "off",
    LOG_LEVEL: "fatal",
    MASTER_KEY: randomBytes(32).toString("hex"),
    EVENTSTORE_URL: `esdb://127.0.0.1:${node.port}?tls=false`,
    DATABASE_URL: database.url,
    WEBHOOK_URLS: hearing.url,
  };
  hearing.status = 500;
  const first = await startMain(settings);
  const ids: string[] = [];
  for (let count = 0; count < 4; count += 1) {
    ids.push(await bookAndCancel({ http: new HttpClient(first.url) }));
  }
  await first.end("SIGKILL");
  await hearing.deserted();
  hearing.heard.length = 0;
  hearing.status = 200;
  const second = await startMain(settings);
  t.teardown(async () => {
    await second.end("SIGTERM");
    await node.stop();
    await database.drop();
    await hearing.close();
  });
  for (const id of ids) {
    await eventually(`all of ${id}`, async () => {
      await new HttpClient(second.url).post("/sandbox/clock", { advance_seconds: 60 });
      return wordsOf(hearing, id).length >= 2 ? true : undefined;
    });
    t.deepEqual(wordsOf(hearing, id), ["booking.created", "booking.cancelled"]);
  }
});
