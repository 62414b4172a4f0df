import { randomUUID } from "node:crypto";
import test from "ava";
import type { Permission, Route } from "../../../src/kernel/route.js";
import { minuteserv } from "../../../src/markets/minuteserv/market.js";
import type { HttpClient } from "../../world/http-client.js";
import { admin, BASE, customer, newKey } from "../../world/minuteserv.js";
import { newWorker } from "../../world/minuteserv-partner.js";
import { openServiceWorld, type ServiceWorld } from "../../world/service.js";

let world: ServiceWorld;
/** A client of each kind of token, by realm or `admin:role`. */
let clients: Readonly<Record<string, HttpClient>>;

test.before(async () => {
  world = await openServiceWorld({ RATE_LIMITS: "off" });
  const http = world.http.at(BASE);
  clients = {
    customer: await customer(world),
    partner: (await newWorker(world)).client,
    internal: http.as("internal-test-key"),
    "admin:super_admin": await admin(world),
    "admin:admin": await admin(world, "manager"),
    "admin:support": await admin(world, "support"),
    "admin:finance": await admin(world, "finance"),
  };
});

test.after.always(() => world.close());

type Guarded = Route & { readonly may: Exclude<Permission, { kind: "public" }> };

const guarded = minuteserv.routes.filter((route): route is Guarded => route.may.kind === "realm");
const named = (route: Route) => `${route.method} ${route.path}`;

function call(route: Route, client: HttpClient, body: unknown = route.example, id = "") {
  const sent = route.method === "GET" ? undefined : body;
  return client.send(route.method, route.path.replace(":id", id || randomUUID()), sent, newKey());
}

function permitted({ may }: Guarded, who: string): boolean {
  const [realm, role] = who.split(":");
  if (realm !== may.realm) return false;
  return may.roles === undefined || role === undefined || may.roles.includes(role);
}

function permittedClient(route: Guarded): HttpClient {
  const [, client] = Object.entries(clients).find(([who]) => permitted(route, who)) ?? [];
  if (client === undefined) throw new Error(`nobody may call ${named(route)}`);
  return client;
}

for (const route of guarded) {
  test(`${named(route)} needs a token of its realm and role`, async (t) => {
    const http = world.http.at(BASE);
    const bare = await call(route, http);
    t.is(bare.status, 401);
    t.is(bare.headers.get("www-authenticate"), 'Bearer realm="api"');
    const forged = await call(route, http.as("eyJhbGci.forged.token"));
    t.is(forged.status, 401);
    t.regex(forged.headers.get("www-authenticate") ?? "", /error="invalid_token"/);
    t.is(forged.at("success"), false);
    for (const [who, client] of Object.entries(clients)) {
      if (permitted(route, who)) continue;
      t.is((await call(route, client)).status, 403, who);
    }
  });
}

for (const route of guarded.filter(({ path }) => path.includes(":id"))) {
  test(`${named(route)} does not know an id that nobody has`, async (t) => {
    const client = permittedClient(route);
    const unknown = await call(route, client);
    t.is(unknown.status, 404, unknown.raw);
    t.is(unknown.at("success"), false);
    t.is((await call(route, client, route.example, "1%27%20OR%201=1")).status, 404);
  });
}

for (const route of minuteserv.routes.filter(({ example }) => example !== undefined)) {
  const client = () => (route.may.kind === "public" ? world.http : undefined);
  const caller = () => client()?.at(BASE) ?? permittedClient(route as Guarded);

  test(`${named(route)} takes the document's example for well-formed`, (t) => {
    const read = route.body.safeParse(route.example);
    t.true(read.success, read.error?.message);
  });

  test(`${named(route)} refuses malformed JSON`, async (t) => {
    const broken = await call(route, caller(), '{"a": ');
    t.is(broken.status, 400, broken.raw);
    t.is(broken.at("success"), false);
  });

  if (!route.body.safeParse({}).success) {
    test(`${named(route)} refuses an empty body and wrong types`, async (t) => {
      for (const body of [{}, [], { ...wrongTypes(route) }]) {
        const refused = await call(route, caller(), body);
        t.is(refused.status, 422, refused.raw);
        t.is(refused.at("error.code"), "VALIDATION_ERROR");
      }
    });
  }
}

/** The example with every field of a type that no field has. */
function wrongTypes(route: Route): Readonly<Record<string, unknown>> {
  const names = Object.keys(route.example ?? {});
  return Object.fromEntries(names.map((name) => [name, { of: ["another", "type"] }]));
}
