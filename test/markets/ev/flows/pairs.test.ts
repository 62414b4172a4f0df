import test from "ava";
import { faultsInBooks } from "../../../world/books.js";
import { balanceOf, booked, movementsOf, pay } from "../../../world/ev-money.js";
import { activate, earnerWith } from "../../../world/ev-network.js";
import { accountIdOf } from "../../../world/ev-papers.js";
import { signedIn, signUp, type Member } from "../../../world/ev.js";
import { entriesAbout } from "../../../world/ledger.js";
import { openServiceWorld, type ServiceWorld } from "../../../world/service.js";

let world: ServiceWorld;

test.before(async () => {
  world = await openServiceWorld({ RATE_LIMITS: "off" });
});

test.after.always(() => world.close());

/** Signs a member up under a code and has them pay 5,000.00. */
async function activeMember(referral_code: string): Promise<Member> {
  const member = await signUp(world, { referral_code });
  await pay(member, await booked(member), 5000);
  return member;
}

/** So many members on each side, each leg filled through its own head's code. */
async function fillLegs(earner: Member, count: number): Promise<void> {
  const heads = [await signUp(world, { referral_code: earner.referralCode })];
  heads.push(await signUp(world, { referral_code: earner.referralCode }));
  for (const head of heads) {
    await pay(head, await booked(head), 5000);
    for (let nth = 1; nth < count; nth += 1) await activeMember(head.referralCode);
  }
}

function check({ client }: Member) {
  return client.post("/api/binary/pairs/check_pairs/");
}

async function pairBonusesOf(member: Member): Promise<readonly string[]> {
  const found = await entriesAbout(world, `account:${await accountIdOf(world, member)}`);
  return found.filter((entry) => !entry.includes("referral_bonus"));
}

const FULL = "WalletCredited: +500.00 expense:pair_bonus -500.00 liability:wallet";
const HELD = "WalletDebited: +100.00 liability:wallet -100.00 liability:emi:held";

test.serial("ten pairs of who is no active buyer: 4,500.00; the eleventh next month", async (t) => {
  const earner = await signUp(world);
  await fillLegs(earner, 11);
  const tree = await earner.client.get("/api/binary/nodes/my_tree/");
  t.like(tree.body, { level: 0, left_count: 11, right_count: 11 });
  t.is(await balanceOf(earner), "1000.00", "two bonuses for the heads");
  for (let nth = 1; nth <= 10; nth += 1) t.is((await check(earner)).status, 201, String(nth));
  const eleventh = await check(earner);
  t.is(eleventh.status, 200);
  t.deepEqual(eleventh.body, { message: "No pairs available" });
  t.is(await balanceOf(earner), "5500.00", "and 4,500.00 for the pairs");
  const wallet = await earner.client.get("/api/wallet/my_wallet/");
  t.is(wallet.at("total_earned"), "5500.00");
  const moved = (await movementsOf(earner)).slice(2).map(([type, amount]) => `${type} ${amount}`);
  const pair = ["BINARY_PAIR 500.00"];
  const less = [...pair, "EMI_DEDUCTION 100.00"];
  const fives = [1, 2, 3, 4, 5];
  t.deepEqual(moved, [...fives.flatMap(() => pair), ...fives.flatMap(() => less)]);
  t.deepEqual(await pairBonusesOf(earner), [
    ...fives.map(() => FULL),
    ...fives.flatMap(() => [FULL, HELD]),
  ]);
  t.deepEqual(await faultsInBooks(world.service.foundation.database), []);
  await world.http.post("/sandbox/clock", { advance_seconds: 31 * 24 * 3_600 });
  await world.http.post("/sandbox/jobs/pair-matching");
  const later = await signedIn(world, earner.email);
  const earnings = await later.client.get("/api/binary/earnings/");
  t.is(earnings.at("count"), 11);
  t.like(earnings.at("results.0"), {
    pair_number: 11,
    emi_deducted: "100.00",
    net_amount: "400.00",
  });
  t.is(await balanceOf(later), "5900.00");
  t.is((await check(later)).status, 200, "nobody is left");
  t.deepEqual(await faultsInBooks(world.service.foundation.database), []);
});

test.serial("ten pairs of an active buyer: 5,000.00", async (t) => {
  const { earner, member } = await earnerWith(world, 10, 10);
  await activate(world, earner);
  const before = Number(await balanceOf(member));
  for (let nth = 1; nth <= 10; nth += 1) t.is((await check(member)).status, 201, String(nth));
  t.is((await check(member)).status, 200);
  t.is(Number(await balanceOf(member)) - before, 5000);
  t.deepEqual(
    await pairBonusesOf(member),
    Array.from({ length: 10 }, () => FULL),
  );
  t.deepEqual(await faultsInBooks(world.service.foundation.database), []);
});

test.serial(
  "who becomes an active buyer after the fifth pair earns in full from then",
  async (t) => {
    const { earner, member } = await earnerWith(world, 7, 7);
    for (let nth = 1; nth <= 6; nth += 1) await check(member);
    await activate(world, earner);
    await check(member);
    const list = await member.client.get("/api/binary/earnings/");
    const rows = list.list("results") as readonly { readonly emi_deducted: string }[];
    t.deepEqual(
      rows.map(({ emi_deducted }) => emi_deducted),
      ["0.00", "100.00", "0.00", "0.00", "0.00", "0.00", "0.00"],
      "what was deducted before stays so",
    );
  },
);
