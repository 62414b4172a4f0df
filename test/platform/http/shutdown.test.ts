import { Agent, get } from "node:http";
import test from "ava";
import { z } from "zod";
import type { Market } from "../../../src/kernel/market.js";
import { ok, PUBLIC, route } from "../../../src/kernel/route.js";
import { BAZAAR } from "./bazaar.js";
import { call } from "./client.js";
import { databaseOf, startService } from "./service.js";

const database = databaseOf(test);

/** A market whose one route answers when it is let go. */
interface Waiting {
  readonly market: Market;
  readonly entered: Promise<void>;
  readonly letGo: () => void;
}

function waiting(): Waiting {
  let enter = (): void => undefined;
  let letGo = (): void => undefined;
  const entered = new Promise<void>((resolve) => (enter = resolve));
  const released = new Promise<void>((resolve) => (letGo = resolve));
  const wait = route({
    method: "GET",
    path: "/wait",
    summary: "Waits",
    tag: "Things",
    may: PUBLIC,
    limit: "general",
    replies: { 200: { description: "Done", schema: z.object({}) } },
    handle: async () => {
      enter();
      await released;
      return ok({});
    },
  });
  return { market: { ...BAZAAR, routes: [wait] }, entered, letGo };
}

test("a request in flight is answered, later ones are not accepted", async (t) => {
  const { market, entered, letGo } = waiting();
  const service = await startService(t, { database: database(), markets: [market] });
  const slow = call(service, "/wait");
  await entered;
  const closed = service.close();
  await t.throwsAsync(call(service, "/wait"));
  letGo();
  const answer = await slow;
  t.is(answer.status, 200);
  t.is(answer.headers.get("connection"), "close");
  await closed;
});

test("idle keep-alive connections do not hold the process up", async (t) => {
  const service = await startService(t, { database: database() });
  const agent = new Agent({ keepAlive: true });
  t.teardown(() => agent.destroy());
  await new Promise<void>((resolve, reject) => {
    get(`${service.url}/healthz`, { agent }, (response) => {
      response.resume().on("end", resolve);
    }).on("error", reject);
  });
  await service.close();
  t.pass();
});

test("what does not finish in the bounded time is cut off", async (t) => {
  const { market, entered, letGo } = waiting();
  const config = { drainWithin: 20 };
  const service = await startService(t, { database: database(), markets: [market], config });
  const slow = call(service, "/wait");
  await entered;
  await Promise.all([service.server.close(), t.throwsAsync(slow)]);
  letGo();
});
