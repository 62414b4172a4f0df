import { readFile } from "node:fs/promises";
import { join } from "node:path";
import test from "ava";
import { customer } from "../world/minuteserv.js";
import { runScript } from "../world/script.js";
import { openServiceWorld, type ServiceWorld } from "../world/service.js";
import { temporaryFolder } from "../world/temporary-folder.js";

let world: ServiceWorld;
let accountId: string;

test.before(async () => {
  world = await openServiceWorld({ RATE_LIMITS: "off" });
  const me = await (await customer(world)).get("/auth/me");
  accountId = me.text("data.id");
});

test.after.always(() => world.close());

interface Line {
  readonly type: string;
  readonly revision: number;
  readonly position: number;
  readonly state?: { readonly accountId: string };
}

function lines(text: string): Line[] {
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Line);
}

test("a stream is replayed with the state after each event", async (t) => {
  const { config } = world.service.foundation;
  const { out, err } = await runScript(config, "replay", `account-${accountId}`, "--state");
  const replayed = lines(out);
  t.deepEqual(
    replayed.map(({ type, revision }) => [type, revision]),
    [
      ["AccountRegistered", 0],
      ["AccountSignedIn", 1],
    ],
    err,
  );
  t.true(replayed.every(({ state }) => state?.accountId === accountId));
});

test("a part of a stream keeps the state of the whole", async (t) => {
  const { config } = world.service.foundation;
  const part = ["--from", "1", "--state"];
  const { out } = await runScript(config, "replay", `account-${accountId}`, ...part);
  const [only, ...more] = lines(out);
  t.is(only?.revision, 1);
  t.is(only?.state?.accountId, accountId);
  t.is(more.length, 0);
});

test("the whole log is written to a file, by type if asked", async (t) => {
  const { config } = world.service.foundation;
  const file = join(await temporaryFolder(t), "log.jsonl");
  const all = await runScript(config, "replay", "--all", "--type", "ServiceAdded", "--out", file);
  t.is(all.code, 0, all.err);
  const written = lines(await readFile(file, "utf8"));
  t.true(written.length > 0);
  t.true(written.every(({ type }) => type === "ServiceAdded"));
});

test("a part of the whole log goes by positions", async (t) => {
  const { config } = world.service.foundation;
  const all = lines((await runScript(config, "replay", "--all")).out);
  const [first, last] = [all.at(3), all.at(7)];
  const range = ["--from", String(first?.position), "--to", String(last?.position)];
  const part = lines((await runScript(config, "replay", "--all", ...range)).out);
  t.deepEqual(part, all.slice(3, 8));
});

test("an unknown stream and a call that asks for nothing are told in a sentence", async (t) => {
  const { config } = world.service.foundation;
  const unknown = await runScript(config, "replay", "booking-nope");
  t.is(unknown.code, 1);
  t.is(unknown.err, "error: there is no stream booking-nope\n");
  const nothing = await runScript(config, "replay");
  t.is(nothing.code, 1);
  t.regex(nothing.err, /^error: name one stream, or say --all/);
});
