import test from "ava";
import { sections } from "../../../../src/markets/ev/documented/index.js";
import { openDocumentWorld, type DocumentWorld } from "../../../world/ev-document.js";
import { as, earnerWith, newNetworker, placed } from "../../../world/ev-network.js";

let scene: DocumentWorld;

test.before(async () => {
  scene = await openDocumentWorld();
});

test.after.always(() => scene.world.close());

test.serial("31 and 32. Get My Binary Tree, List Binary Nodes", async (t) => {
  const { world, manual, nobody } = scene;
  const sponsor = await newNetworker(world);
  const { client } = await as(world, sponsor);
  const tree = "GET /api/binary/nodes/my_tree/";
  await manual.hold(t, tree, { client, status: 404 });
  for (let nth = 0; nth < 8; nth += 1) await placed(world, await newNetworker(world, sponsor));
  const own = await manual.hold(t, tree, { client });
  t.like(own.body, { id: sponsor.number, user: sponsor.number, parent: null, side: null });
  const listed = await manual.hold(t, "GET /api/binary/nodes/", { client });
  t.deepEqual(listed.at("results.0"), own.body);
  t.is((await nobody.get("/api/binary/nodes/")).status, 401);
});

test.serial("33, 34 and 35. Check for Binary Pairs, List Binary Pairs and Earnings", async (t) => {
  const { world, manual } = scene;
  const { earner, members, member } = await earnerWith(world, 1, 1);
  const { client } = member;
  const users = ["left_user", "right_user", "pair_month", "pair_year"];
  const check = "POST /api/binary/pairs/check_pairs/";
  const pair = await manual.hold(t, check, { client, free: users });
  const [left, right] = members.map(({ number }) => number);
  t.like(pair.body, { user: earner.number, left_user: left, right_user: right });
  const clock = await world.http.get("/sandbox/clock");
  const today = new Date(clock.text("now"));
  t.is(pair.at("pair_month"), today.getUTCMonth() + 1);
  t.is(pair.at("pair_year"), today.getUTCFullYear());
  await manual.hold(t, check, { client, when: "no pair can be formed" });
  const free = users.map((name) => `results.*.${name}`);
  const pairs = await manual.hold(t, "GET /api/binary/pairs/", { client, free });
  t.is(pairs.at("results.0.id"), pair.at("id"));
  t.deepEqual(pairs.at("results.0"), { ...(pair.body as object), status: "processed" });
  const earnings = await manual.hold(t, "GET /api/binary/earnings/", {
    client,
    free: ["results.*.binary_pair"],
  });
  t.is(earnings.at("results.0.binary_pair"), pair.at("id"));
});

test.serial("every answer under this heading was held", (t) => {
  t.deepEqual(scene.manual.unheld(sections.binary), []);
});
