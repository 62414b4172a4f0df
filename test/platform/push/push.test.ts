import { on, once } from "node:events";
import type { IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";
import { setImmediate as tick } from "node:timers/promises";
import test from "ava";
import { WebSocket } from "ws";
import type { Market } from "../../../src/kernel/market.js";
import { reject } from "../../../src/kernel/rejection.js";
import { realm } from "../../../src/kernel/route.js";
import type { SocketRoute } from "../../../src/kernel/socket.js";
import { BAZAAR } from "../http/bazaar.js";
import { databaseOf, startService, type Service } from "../http/service.js";

const database = databaseOf(test);

const closedRooms: string[] = [];

const ROOM: SocketRoute = {
  path: "/rooms/:name",
  summary: "Says what it hears",
  may: realm("customer"),
  open: async ({ params, query, principal }, socket) => {
    const name = params["name"] ?? "";
    if (name === "locked") return reject("not_found", "no_such_room", "There is no such room.");
    await tick();
    socket.send({ welcome: name, from: query.get("from"), id: principal?.id });
    return {
      message: (message) => socket.send({ heard: message }),
      closed: () => closedRooms.push(name),
    };
  },
};

const MARKET: Market = { ...BAZAAR, sockets: [ROOM] };

function connect(service: Service, path: string, headers = {}): WebSocket {
  const url = `${service.url.replace("http", "ws")}/bazaar/v1${path}`;
  const socket = new WebSocket(url, { headers });
  socket.on("error", () => undefined);
  return socket;
}

/** One message after the other, also where two of them come in one piece. */
function hearing(socket: WebSocket): () => Promise<unknown> {
  const messages = on(socket, "message");
  return async () => {
    const { value } = (await messages.next()) as { readonly value: readonly [Buffer] };
    return JSON.parse(value[0].toString());
  };
}

function heard(socket: WebSocket): Promise<unknown> {
  return hearing(socket)();
}

async function refused(socket: WebSocket): Promise<IncomingMessage> {
  const [, response] = (await once(socket, "unexpected-response")) as [unknown, IncomingMessage];
  return response;
}

async function refusal(socket: WebSocket): Promise<number | undefined> {
  return (await refused(socket)).statusCode;
}

test("a peer with a token in its query talks in JSON", async (t) => {
  const service = await startService(t, { database: database(), markets: [MARKET] });
  const token = await service.token({ id: "ann" });
  const socket = connect(service, `/rooms/one?from=here&token=${token}`);
  socket.on("open", () => socket.send(JSON.stringify({ say: 1 })));
  const next = hearing(socket);
  t.deepEqual(await next(), { welcome: "one", from: "here", id: "ann" });
  t.deepEqual(await next(), { heard: { say: 1 } });
  socket.close();
  await once(socket, "close");
  t.true(closedRooms.includes("one"));
});

test("a header may carry the token; none, a bad one and an unknown path are refused", async (t) => {
  const service = await startService(t, { database: database(), markets: [MARKET] });
  const authorization = `Bearer ${await service.token({ id: "bob" })}`;
  const socket = connect(service, "/rooms/two", { authorization });
  t.like(await heard(socket), { welcome: "two", id: "bob" });
  t.is(await refusal(connect(service, "/rooms/two")), 401);
  t.is(await refusal(connect(service, "/rooms/two?token=x")), 401);
  t.is(await refusal(connect(service, "/nowhere", { authorization })), 404);
  t.is(await refusal(connect(service, "/../../x", { authorization })), 404);
});

test("a refused handshake says how to get in, in the market's words", async (t) => {
  const service = await startService(t, { database: database(), markets: [MARKET] });
  const bare = await refused(connect(service, "/rooms/two"));
  t.is(bare.headers["www-authenticate"], 'Bearer realm="api"');
  t.is(bare.headers["content-type"], "application/json; charset=utf-8");
  t.like(JSON.parse(await text(bare)), { success: false, error: { code: "token_missing" } });
  const bad = await refused(connect(service, "/rooms/two?token=x"));
  t.regex(bad.headers["www-authenticate"] ?? "", /error="invalid_token"/);
});

test("a route's refusal is told and closes the socket", async (t) => {
  const service = await startService(t, { database: database(), markets: [MARKET] });
  const socket = connect(service, `/rooms/locked?token=${await service.token()}`);
  const closed = once(socket, "close");
  t.like(await heard(socket), { success: false, error: { code: "no_such_room" } });
  await closed;
});

test("what is no JSON closes the socket", async (t) => {
  const service = await startService(t, { database: database(), markets: [MARKET] });
  const socket = connect(service, `/rooms/three?token=${await service.token()}`);
  socket.on("open", () => socket.send("{"));
  const [code] = (await once(socket, "close")) as [number];
  t.is(code, 1007);
});

test("a shutdown says good-bye to every peer", async (t) => {
  const service = await startService(t, { database: database(), markets: [MARKET] });
  const socket = connect(service, `/rooms/four?token=${await service.token()}`);
  await heard(socket);
  const closed = once(socket, "close");
  await service.close();
  t.is((await closed)[0], 1001);
});
