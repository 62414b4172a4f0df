import test from "ava";
import WebSocket from "ws";
import type { HttpClient } from "../world/http-client.js";
import { eventually } from "../world/eventually.js";
import { openServiceWorld, type ServiceWorld } from "../world/service.js";
import { logIn, staff } from "./staff.js";

let world: ServiceWorld;
let administrator: HttpClient;

test.before(async () => {
  world = await openServiceWorld({ RATE_LIMITS: "off" });
  administrator = await staff(world, "admin1");
});

test.after.always(() => world.close());

/** Waits until the latest rebuild or verification of a projection has ended. */
async function ended(name: string, what: "rebuild" | "verification" = "rebuild") {
  return eventually(`the end of the ${what} of ${name}`, async () => {
    const answer = await administrator.get(`/projections/${name}`);
    return answer.at(`${what}.running`) === false ? answer : undefined;
  });
}

test.serial("every projection is listed with its version and lag", async (t) => {
  const all = await administrator.get("/projections");
  t.is(all.status, 200, all.raw);
  const names = all.list("projections").map((one) => (one as { name: string }).name);
  t.true(names.includes("journal") && names.includes("bookings"));
  t.deepEqual(names, names.toSorted());
  const journal = await administrator.get("/projections/journal");
  t.is(journal.at("state"), "live");
  t.is(journal.at("version"), journal.at("code_version"));
});

test.serial("a rebuild is accepted, can be followed, and can be rolled back", async (t) => {
  const begun = await administrator.post("/projections/accounts/rebuild");
  t.is(begun.status, 202, begun.raw);
  t.is(begun.headers.get("location"), "/operations/projections/accounts");
  t.deepEqual(begun.list("rebuild.projections"), ["accounts"]);
  const done = await ended("accounts");
  t.is(done.at("rebuild.phase"), "done", done.raw);
  t.is(done.at("state"), "live");
  t.true(done.number("rebuild.events") > 0);
  t.is(done.at("retired_version"), done.at("version"));
  const back = await administrator.post("/projections/accounts/rollback");
  t.is(back.status, 200, back.raw);
  t.is(back.at("version"), done.at("version"));
  t.is((await logIn(world, "finance1")).status, 200, "the tables that are back know everybody");
});

test.serial("a rebuild is followed by WebSocket to its end", async (t) => {
  const session = await logIn(world, "finance1");
  await administrator.post("/projections/services/rebuild");
  const base = world.service.url.replace("http", "ws");
  const address = `${base}/operations/projections/services/progress`;
  const heard = await messages(`${address}?token=${session.text("access")}`);
  const last = heard.at(-1) as { rebuild: { phase: string; running: boolean } };
  t.is(last.rebuild.phase, "done");
  t.false(last.rebuild.running);
  await t.throwsAsync(messages(address), { message: /401/ });
});

test.serial(
  "a verification tells what was tampered with, and that a rebuild cured it",
  async (t) => {
    const { database } = world.service.foundation;
    const begun = await administrator.post("/projections/accounts/verify");
    t.is(begun.status, 202, begun.raw);
    t.is(begun.at("verification.purpose"), "verify");
    const sound = await ended("accounts", "verification");
    t.is(sound.at("verification.phase"), "done", sound.raw);
    t.is(sound.at("verification.error"), null);
    t.true(sound.number("verification.events") > 0);

    const sql = "UPDATE accounts SET role = role || '!' WHERE name = 'finance1' RETURNING id";
    const [tampered] = await database.rows<{ id: string }>(sql);
    await administrator.post("/projections/accounts/verify");
    const differs = await ended("accounts", "verification");
    t.is(differs.at("verification.phase"), "failed", differs.raw);
    const told = differs.text("verification.error");
    t.regex(told, /^accounts, accounts: 1 of \d+ rows differ: /);
    t.true(told.includes(`{"id":"${tampered?.id}"} (differs)`), told);
    t.is(differs.at("state"), "live", "nothing live was changed");

    await administrator.post("/projections/accounts/rebuild");
    await ended("accounts");
    await administrator.post("/projections/accounts/verify");
    const cured = await ended("accounts", "verification");
    t.is(cured.at("verification.phase"), "done", cured.raw);
    t.is(cured.at("rebuild.purpose"), "rebuild", "either is shown in its place");
  },
);

/** All that a WebSocket sends until it closes. */
function messages(address: string): Promise<unknown[]> {
  return new Promise((resolve, reject) => {
    const heard: unknown[] = [];
    const socket = new WebSocket(address);
    socket.on("message", (data: Buffer) => heard.push(JSON.parse(data.toString("utf8"))));
    socket.on("close", () => resolve(heard));
    socket.on("error", reject);
  });
}

test.serial("what cannot be done to a projection is refused", async (t) => {
  for (const action of ["rebuild", "verify", "abort", "rollback"]) {
    const unknown = await administrator.post(`/projections/nothing/${action}`);
    t.is(unknown.status, 404, action);
    t.is(unknown.at("reason"), "projection_unknown");
  }
  t.is((await administrator.get("/projections/nothing")).status, 404);
  const idle = await administrator.post("/projections/journal/abort");
  t.is(idle.status, 409);
  t.is(idle.at("reason"), "not_rebuilding");
  const fresh = await administrator.post("/projections/journal/rollback");
  t.is(fresh.status, 409);
  t.is(fresh.at("reason"), "nothing_retired");
});

test.serial("of two rebuilds at once one is refused", async (t) => {
  const { database } = world.service.foundation;
  // A reader of both holds up the swap, so that the first is not over before the second is asked.
  const both = await database.transaction(async (reader) => {
    await reader.rows("SELECT count(*) FROM journal_lines, bookings");
    return Promise.all([
      administrator.post("/projections/journal/rebuild"),
      administrator.post("/projections/bookings/rebuild"),
    ]);
  });
  const statuses = both.map(({ status }) => status).sort((one, other) => one - other);
  t.deepEqual(statuses, [202, 409]);
  const begun = both.find(({ status }) => status === 202);
  const [name = ""] = (begun?.list("rebuild.projections") ?? []) as string[];
  t.is((await ended(name)).at("rebuild.phase"), "done");
});

test.serial("nothing is stuck, and a step that nobody parked cannot be retried", async (t) => {
  const stuck = await administrator.get("/stuck?min_age_days=0");
  t.is(stuck.status, 200, stuck.raw);
  for (const kind of ["projections", "reactions", "webhooks", "bookings", "accounts"]) {
    t.deepEqual(stuck.list(kind), [], kind);
  }
  const nothing = { process: "settle-payout", key: "nothing" };
  const retried = await administrator.post("/stuck/reactions/retry", nothing);
  t.is(retried.status, 404);
  t.is((await administrator.post("/stuck/reactions/retry", {})).status, 422);
  t.is((await administrator.get("/stuck?min_age_days=old")).status, 422);
});
