import test from "ava";
import { operationsSurface } from "../../src/operations/surface.js";
import { DEMO_PASSWORD } from "../../src/sandbox/demo/logins.js";
import { openServiceWorld, type ServiceWorld } from "../world/service.js";
import { logIn, staff } from "./staff.js";

let world: ServiceWorld;

test.before(async () => {
  world = await openServiceWorld({ RATE_LIMITS: "off" });
});

test.after.always(() => world.close());

/** Every route of the staff API, with something in the place of each parameter. */
const ROUTES = operationsSurface({
  readStream: () => Promise.reject(new Error("only the routes' shapes are looked at")),
  projections: {
    status: () => Promise.resolve([]),
    rebuilds: () => Promise.resolve([]),
    startRebuild: () => Promise.reject(new Error("not here")),
    startVerification: () => Promise.reject(new Error("not here")),
    abortRebuild: () => Promise.resolve(false),
    rollBack: () => Promise.reject(new Error("not here")),
  },
  reconciliation: { marketplaces: [], run: () => Promise.reject(new Error("not here")) },
  jobs: { status: () => Promise.resolve([]) },
  reactions: { list: () => Promise.resolve([]), retry: () => Promise.resolve(false) },
}).routes.map(({ method, path, may }) => ({ method, path: path.replaceAll(/:\w+/g, "x"), may }));

const GUARDED = ROUTES.filter(({ may }) => may.kind !== "public");

test("staff sign in by username or e-mail, whatever its case", async (t) => {
  const byName = await logIn(world, "finance1");
  t.is(byName.status, 200, byName.raw);
  t.is(byName.at("token_type"), "Bearer");
  t.is(byName.at("expires_in"), 900);
  t.is(byName.at("user.role"), "finance");
  const credentials = { email: "Finance@Minuteserv.com", password: DEMO_PASSWORD };
  const byMail = await world.http.post("/operations/login", credentials);
  t.is(byMail.at("user.id"), byName.at("user.id"));
  const me = await world.http.at("/operations").as(byMail.text("access")).get("/me");
  t.is(me.at("name"), "finance1");
  t.is(me.at("role"), "finance");
  t.truthy(me.at("last_sign_in_at"));
});

test("whoever is unknown and whoever has the password wrong hear the same", async (t) => {
  const wrong = { username: "finance1", password: "password124" };
  const unknown = { username: "nobody1", password: DEMO_PASSWORD };
  const ofMarket = { username: "support@minuteserv.com", password: DEMO_PASSWORD };
  for (const body of [wrong, unknown, ofMarket]) {
    const answer = await world.http.post("/operations/login", body);
    t.is(answer.status, 401);
    t.regex(answer.headers.get("content-type") ?? "", /^application\/problem\+json/);
    t.deepEqual(answer.body, {
      type: "about:blank",
      title: "Unauthorized",
      status: 401,
      detail: "Username or password is wrong.",
      reason: "login_failed",
    });
  }
});

test("a login without a name or a password is refused field by field", async (t) => {
  const empty = await world.http.post("/operations/login", {});
  t.is(empty.status, 422);
  t.true(JSON.stringify(empty.at("errors")).includes('"password"'));
  const nameless = await world.http.post("/operations/login", { password: "x" });
  t.is(nameless.status, 422);
  t.is(nameless.at("errors.0.field"), "username");
  t.is((await world.http.post("/operations/login", "{")).status, 400);
});

test("a refresh token is good once, and its second use ends the session", async (t) => {
  const first = await logIn(world, "finance1");
  const refresh = { refresh: first.text("refresh") };
  const second = await world.http.post("/operations/refresh", refresh);
  t.is(second.status, 200, second.raw);
  const client = world.http.at("/operations").as(second.text("access"));
  t.is((await client.get("/me")).status, 200);
  t.is((await world.http.post("/operations/refresh", refresh)).status, 401);
  t.is((await client.get("/me")).status, 401);
});

test("a session that was logged out is over at once", async (t) => {
  const session = await logIn(world, "admin1");
  const client = world.http.at("/operations").as(session.text("access"));
  t.is((await client.post("/logout")).status, 204);
  t.is((await client.get("/me")).status, 401);
  const refresh = { refresh: session.text("refresh") };
  t.is((await world.http.post("/operations/refresh", refresh)).status, 401);
});

test("nothing but login and refresh is open to strangers", async (t) => {
  t.deepEqual(
    ROUTES.filter(({ may }) => may.kind === "public").map(({ path }) => path),
    ["/login", "/refresh"],
  );
  const tokens = [
    undefined,
    "forged.access.token",
    await sandboxToken("support@minuteserv.com"),
    await sandboxToken("admin@minuteserv.com"),
  ];
  for (const token of tokens) {
    const operations = world.http.at("/operations");
    const client = token === undefined ? operations : operations.as(token);
    for (const { method, path } of GUARDED) {
      t.is((await client.send(method, path)).status, 401, `${method} ${path}`);
    }
  }
});

async function sandboxToken(username: string): Promise<string> {
  const who = { marketplace: "minuteserv", username };
  return (await world.http.post("/sandbox/login", who)).text("access");
}

/** Who keeps the books says what the bank has done; administrators do not. */
const BOOKKEEPING = ["/reconciliation/bank-statement", "/refunds/x/confirm"];

test("finance reads everything and administers nothing", async (t) => {
  const finance = await staff(world, "finance1");
  const open = ["/logout", "/reconciliation", ...BOOKKEEPING];
  const writing = GUARDED.filter(({ method, path }) => method === "POST" && !open.includes(path));
  t.true(writing.length >= 5);
  for (const { path } of writing) {
    const answer = await finance.post(path, { process: "x", key: "x" });
    t.is(answer.status, 403, path);
    t.is(answer.at("reason"), "role_not_allowed");
  }
  const administrator = await staff(world, "admin1");
  for (const { path } of writing) {
    const answer = await administrator.post(path, { process: "x", key: "x" });
    t.is(answer.status, 404, path);
  }
  for (const path of BOOKKEEPING) {
    t.is((await finance.post(path, {})).status, 422, `${path} takes finance, but not nothing`);
    t.is((await administrator.post(path, {})).status, 403, path);
  }
});
