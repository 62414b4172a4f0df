import test from "ava";
import type { Answer } from "../../world/answer.js";
import type { HttpClient } from "../../world/http-client.js";
import { admin, BASE } from "../../world/ev.js";
import {
  activate,
  as,
  earnerWith,
  newNetworker,
  placed,
  walletOf,
} from "../../world/ev-network.js";
import { eventually } from "../../world/eventually.js";
import { openServiceWorld, type ServiceWorld } from "../../world/service.js";

let world: ServiceWorld;

test.before(async () => {
  world = await openServiceWorld({ RATE_LIMITS: "off" });
});

test.after.always(() => world.close());

const NO_PAIRS = { message: "No pairs available" };

function check(client: HttpClient): Promise<Answer> {
  return client.post("/api/binary/pairs/check_pairs/");
}

/** Calls until there are no pairs any more; how many there were. */
async function matchAll(client: HttpClient): Promise<number> {
  for (let count = 0; ; count += 1) {
    const answer = await check(client);
    if (answer.status === 200) return count;
    if (answer.status !== 201) throw new Error(answer.raw);
  }
}

async function earnings(client: HttpClient) {
  const list = await client.get("/api/binary/earnings/?page_size=100");
  const rows = list.list("results") as readonly {
    readonly pair_number: number;
    readonly emi_deducted: string;
    readonly net_amount: string;
  }[];
  return rows.map((row) => [row.pair_number, row.emi_deducted, row.net_amount]).toReversed();
}

test.serial("who neither was recommended nor has recommended anybody has no node", async (t) => {
  const { client } = await as(world, await newNetworker(world));
  const tree = await client.get("/api/binary/nodes/my_tree/");
  t.is(tree.status, 404);
  t.deepEqual(tree.body, { message: "No binary node found" });
  const nodes = await client.get("/api/binary/nodes/");
  t.deepEqual(nodes.body, { count: 0, next: null, previous: null, results: [] });
  const none = await check(client);
  t.is(none.status, 200);
  t.deepEqual(none.body, NO_PAIRS);
});

test.serial("eight members give the document's five and three (EV-R131)", async (t) => {
  const sponsor = await newNetworker(world);
  const members = [];
  for (let nth = 0; nth < 8; nth += 1) {
    const member = await newNetworker(world, sponsor);
    await placed(world, member);
    members.push(member);
  }
  const { client } = await as(world, sponsor);
  const tree = await client.get("/api/binary/nodes/my_tree/");
  t.is(tree.status, 200, tree.raw);
  t.like(tree.body, {
    id: sponsor.number,
    user: sponsor.number,
    parent: null,
    side: null,
    level: 0,
    left_count: 5,
    right_count: 3,
  });
  t.regex(tree.text("created_at"), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  const fourth = await as(world, members[3] ?? sponsor);
  const below = await fourth.client.get("/api/binary/nodes/my_tree/");
  t.like(below.body, { parent: members[0]?.number, side: "right", level: 2 });
  const own = await fourth.client.get("/api/binary/nodes/");
  t.is(own.number("count"), 1);
  t.deepEqual(own.at("results.0"), below.body);
  const everybody = await (await admin(world)).client.get("/api/binary/nodes/?page_size=2");
  t.true(everybody.number("count") >= 9);
  t.is(everybody.list("results").length, 2);
  t.truthy(everybody.text("next"));
});

test.serial("a pair: 201 with the wallet credited, then in the lists, then no more", async (t) => {
  const { earner, members, member } = await earnerWith(world, 1, 1);
  const before = await walletOf(world, earner);
  const pair = await check(member.client);
  t.is(pair.status, 201, pair.raw);
  t.is((await walletOf(world, earner)) - before, 50_000);
  const [left, right] = members.map(({ number }) => number);
  t.like(pair.body, {
    user: earner.number,
    left_user: left,
    right_user: right,
    pair_amount: "1000.00",
    earning_amount: "500.00",
    status: "matched",
  });
  const id = pair.number("id");
  const month = pair.number("pair_month");
  const year = pair.number("pair_year");
  const list = await member.client.get(`/api/binary/pairs/?pair_month=${month}&pair_year=${year}`);
  t.is(list.number("count"), 1);
  t.like(list.at("results.0"), { id, left_user: left, right_user: right, status: "processed" });
  t.is(list.text("results.0.matched_at"), pair.text("created_at"));
  const other = await member.client.get(`/api/binary/pairs/?pair_month=${(month % 12) + 1}`);
  t.is(other.number("count"), 0);
  t.is((await member.client.get("/api/binary/pairs/?pair_month=13")).status, 400);
  const earned = await member.client.get("/api/binary/earnings/");
  t.like(earned.at("results.0"), {
    user: earner.number,
    binary_pair: id,
    amount: "500.00",
    pair_number: 1,
    emi_deducted: "0.00",
    net_amount: "500.00",
  });
  t.deepEqual((await check(member.client)).body, NO_PAIRS);
});

test.serial("a member who is not activated makes no pair (EV-R137)", async (t) => {
  const { earner, member } = await earnerWith(world, 1, 0);
  t.deepEqual((await check(member.client)).body, NO_PAIRS);
  const tree = await member.client.get("/api/binary/nodes/my_tree/");
  t.like(tree.body, { user: earner.number, left_count: 1, right_count: 1 });
});

test.serial("the referral bonus: once for each activated member, to who sent them", async (t) => {
  const top = await newNetworker(world);
  const middle = await newNetworker(world, top);
  const low = await newNetworker(world, middle);
  await activate(world, low);
  await eventually("the bonus", async () =>
    (await walletOf(world, middle)) > 0 ? true : undefined,
  );
  await activate(world, low);
  await activate(world, middle);
  await eventually("the next bonus", async () =>
    (await walletOf(world, top)) > 0 ? true : undefined,
  );
  t.deepEqual([await walletOf(world, middle), await walletOf(world, top)], [50_000, 50_000]);
});

test.serial("ten pairs of a non-active earner: 4,500.00; the rest next month", async (t) => {
  const { earner, member } = await earnerWith(world, 11, 11);
  const bonuses = 2 * 50_000;
  await eventually("both bonuses", async () =>
    (await walletOf(world, earner)) === bonuses ? true : undefined,
  );
  // As many at once as there are pairs: none is made twice, none is missed.
  const answers = await Promise.all(Array.from({ length: 8 }, () => check(member.client)));
  t.deepEqual(
    answers.map(({ status }) => status),
    answers.map(() => 201),
  );
  t.is(await matchAll(member.client), 2);
  t.is((await walletOf(world, earner)) - bonuses, 450_000);
  t.deepEqual(
    await earnings(member.client),
    Array.from({ length: 10 }, (_, index) =>
      index < 5 ? [index + 1, "0.00", "500.00"] : [index + 1, "100.00", "400.00"],
    ),
  );
  const list = await member.client.get("/api/binary/pairs/?page_size=100");
  const pairs = list.list("results") as readonly { left_user: number; right_user: number }[];
  const used = pairs.flatMap(({ left_user: left, right_user: right }) => [left, right]);
  t.is(new Set(used).size, 20);
  const run = await world.http.post("/sandbox/jobs/pair-matching");
  t.is(run.status, 200, run.raw);
  t.is((await earnings(member.client)).length, 10, "the month's ten hold for the job, too");
});

test.serial("ten pairs of an active buyer: 5,000.00, by the job", async (t) => {
  const { earner, member } = await earnerWith(world, 10, 10);
  await activate(world, earner);
  const before = 2 * 50_000;
  await eventually("both bonuses", async () =>
    (await walletOf(world, earner)) === before ? true : undefined,
  );
  for (let run = 1; run <= 10; run += 1) {
    await world.http.post("/sandbox/jobs/pair-matching");
    t.is((await earnings(member.client)).length, run, "one pair an earner and run");
  }
  t.is((await walletOf(world, earner)) - before, 500_000);
  t.true((await earnings(member.client)).every(([, deducted]) => deducted === "0.00"));
});

test.serial("what the cap leaves over is there in the next month", async (t) => {
  const { earner, member } = await earnerWith(world, 12, 12);
  t.is(await matchAll(member.client), 10);
  await world.http.post("/sandbox/clock", { advance_seconds: 31 * 24 * 3_600 });
  const { client } = await as(world, earner);
  // The clock has passed a night, and each night looks for one pair of everybody.
  t.is((await earnings(client)).length, 11);
  t.is(await matchAll(client), 1);
  t.deepEqual((await earnings(client)).at(-1), [12, "100.00", "400.00"]);
});

test.serial("nobody without a token", async (t) => {
  const http = world.http.at(BASE);
  for (const path of ["nodes/my_tree/", "nodes/", "pairs/", "earnings/"]) {
    t.is((await http.get(`/api/binary/${path}`)).status, 401);
  }
  t.is((await check(http)).status, 401);
});
