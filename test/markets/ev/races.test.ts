import test from "ava";
import type { Answer } from "../../world/answer.js";
import { faultsInBooks } from "../../world/books.js";
import { askPayout, balanceOf, booked, fund, pay, step, TRANSFER } from "../../world/ev-money.js";
import { earnerWith } from "../../world/ev-network.js";
import { admin, BASE, otpSentTo, signUp, signupForm, type Member } from "../../world/ev.js";
import { eventually } from "../../world/eventually.js";
import { openServiceWorld, type ServiceWorld } from "../../world/service.js";

let world: ServiceWorld;
let boss: Member;

test.before(async () => {
  world = await openServiceWorld({ RATE_LIMITS: "off" });
  boss = await admin(world);
});

test.after.always(() => world.close());

function times<T>(count: number, act: (nth: number) => Promise<T>): Promise<T[]> {
  return Promise.all(Array.from({ length: count }, (_, nth) => act(nth)));
}

function statuses(answers: readonly Answer[]): number[] {
  return answers.map(({ status }) => status).toSorted((a, b) => a - b);
}

async function funded(amount: number): Promise<Member> {
  const member = await signUp(world);
  await fund(world, member, amount);
  return member;
}

test.serial("twenty payments at once never exceed the total", async (t) => {
  const member = await signUp(world);
  const id = await booked(member, { total_amount: 5000 });
  const answers = await times(20, () => pay(member, id, 700));
  t.deepEqual(statuses(answers), [...Array<number>(7).fill(201), ...Array<number>(13).fill(400)]);
  for (const { status, body } of answers) {
    if (status === 400) t.deepEqual(body, { error: "Amount exceeds remaining amount" });
  }
  const booking = await member.client.get(`/api/booking/bookings/${id}/`);
  t.like(booking.body, { total_paid: "4900.00", remaining_amount: "100.00" });
  t.is((await member.client.get("/api/booking/payments/")).at("count"), 7);
});

test.serial("the last rupee pays a booking or is asked for, not both", async (t) => {
  const member = await funded(500);
  const id = await booked(member);
  const answers = await Promise.all([
    pay(member, id, 500, "wallet"),
    askPayout(member, 500),
    pay(member, id, 500, "wallet"),
    askPayout(member, 500),
  ]);
  t.deepEqual(statuses(answers), [201, 400, 400, 400]);
  t.is((await pay(member, id, 0.01, "wallet")).status, 400, "nothing is left to spend");
  t.deepEqual(await faultsInBooks(world.service.foundation.database), []);
});

test.serial("of completing and rejecting at once, one is done", async (t) => {
  const member = await funded(1000);
  const id = (await askPayout(member, 1000)).number("id");
  await step(boss, id, "process");
  const answers = await Promise.all([
    step(boss, id, "complete", TRANSFER),
    step(boss, id, "reject", { reason: "Bank details do not match" }),
    step(boss, id, "complete", TRANSFER),
    step(boss, id, "reject", { reason: "Bank details do not match" }),
  ]);
  t.deepEqual(statuses(answers), [200, 400, 400, 400]);
  const done = answers.find(({ status }) => status === 200)?.text("status");
  t.is(await balanceOf(member), done === "completed" ? "0.00" : "1000.00");
  t.deepEqual(await faultsInBooks(world.service.foundation.database), []);
});

test.serial("of processing and cancelling at once, one is done", async (t) => {
  const member = await funded(1000);
  const id = (await askPayout(member, 1000)).number("id");
  const answers = await Promise.all([
    step(boss, id, "process"),
    member.client.post(`/api/payout/${id}/cancel/`),
    step(boss, id, "process"),
  ]);
  t.deepEqual(statuses(answers), [200, 400, 400]);
  const done = answers.find(({ status }) => status === 200)?.text("status");
  t.is(await balanceOf(member), done === "cancelled" ? "1000.00" : "0.00");
  t.deepEqual(await faultsInBooks(world.service.foundation.database), []);
});

test.serial("twenty looks for pairs at once make each pair once", async (t) => {
  const { member } = await earnerWith(world, 3, 4);
  const before = Number(await balanceOf(member));
  const answers = await times(20, () => member.client.post("/api/binary/pairs/check_pairs/"));
  t.deepEqual(statuses(answers), [...Array<number>(17).fill(200), ...Array<number>(3).fill(201)]);
  const list = await member.client.get("/api/binary/pairs/");
  const rows = list.list("results") as readonly { left_user: number; right_user: number }[];
  const used = rows.flatMap(({ left_user: left, right_user: right }) => [left, right]);
  t.is(new Set(used).size, 6);
  t.is(Number(await balanceOf(member)) - before, 1500);
  t.deepEqual(await faultsInBooks(world.service.foundation.database), []);
});

interface Node {
  readonly user: number;
  readonly parent: number | null;
  readonly side: "left" | "right" | null;
  readonly level: number;
  readonly left_count: number;
  readonly right_count: number;
}

/** A sign-up that has both codes and is not sent yet. */
async function readyToVerify(referral_code: string): Promise<object> {
  const form = signupForm({ referral_code });
  const asked = await world.http.at(BASE).post("/api/auth/signup/", form);
  return {
    signup_token: asked.text("signup_token"),
    email_otp: await otpSentTo(world, form.email),
    mobile_otp: await otpSentTo(world, form.mobile),
  };
}

test.serial("twenty sign-ups at once under one code make a breadth-first tree", async (t) => {
  const sponsor = await signUp(world);
  const proofs: object[] = [];
  for (let nth = 0; nth < 20; nth += 1) proofs.push(await readyToVerify(sponsor.referralCode));
  const http = world.http.at(BASE);
  const made = await times(20, (nth) => http.post("/api/auth/verify-signup-otp/", proofs[nth]));
  t.deepEqual(statuses(made), Array<number>(20).fill(201));
  const members = new Set(made.map((answer) => answer.number("user.id")));
  t.is(members.size, 20);
  const nodes = await eventually("everybody's place", async () => {
    const listed = await boss.client.get("/api/binary/nodes/?page_size=100");
    const all = listed.list("results") as readonly Node[];
    const placed = all.filter(({ user }) => members.has(user));
    return placed.length === 20 ? placed : undefined;
  });
  const levels = [1, 2, 3, 4].map((level) => nodes.filter((node) => node.level === level).length);
  t.deepEqual(levels, [2, 4, 8, 6], "no level begins before the one above it is full");
  const places = nodes.map(({ parent, side }) => `${parent} ${side}`);
  t.is(new Set(places).size, 20, "no place is taken twice");
  t.deepEqual(lastLevel(nodes, sponsor.id), ["LLLL", "LLLR", "LLRL", "LLRR", "LRLL", "LRLR"]);
  const own = await sponsor.client.get("/api/binary/nodes/my_tree/");
  t.like(own.body, { left_count: 13, right_count: 7 });
  for (const { user, left_count, right_count } of nodes) {
    const counted = [countBelow(nodes, user, "left"), countBelow(nodes, user, "right")];
    t.deepEqual([left_count, right_count], counted, String(user));
  }
});

/** The ways from the sponsor to the members of the fourth level, as LLRL. */
function lastLevel(nodes: readonly Node[], sponsor: number): string[] {
  const wayTo = (user: number): string => {
    const node = nodes.find((one) => one.user === user);
    if (node === undefined || node.parent === null || user === sponsor) return "";
    return wayTo(node.parent) + (node.side === "left" ? "L" : "R");
  };
  return nodes
    .filter(({ level }) => level === 4)
    .map(({ user }) => wayTo(user))
    .toSorted();
}

function countBelow(nodes: readonly Node[], user: number, side: "left" | "right"): number {
  const head = nodes.find((node) => node.parent === user && node.side === side);
  if (head === undefined) return 0;
  return 1 + countBelow(nodes, head.user, "left") + countBelow(nodes, head.user, "right");
}
