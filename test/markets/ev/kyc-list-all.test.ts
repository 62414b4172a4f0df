import test from "ava";
import { newMember, submitKyc } from "../../world/ev-papers.js";
import type { Member } from "../../world/ev.js";
import { openServiceWorld, type ServiceWorld } from "../../world/service.js";

let world: ServiceWorld;
let reader: Member;
/** A submission a day, in this order; the sandbox's clock moves in between. */
let owners: readonly Member[];
let firstDay: number;

const PATH = "/api/users/kyc/list_all/";
const ROLES = ["user", "staff", "admin", "superuser", "user"] as const;
const DAY = 86_400;

async function today(): Promise<number> {
  const clock = await world.http.get("/sandbox/clock");
  return Math.floor(Date.parse(clock.text("now")) / (DAY * 1_000));
}

/** `YYYY-MM-DD` so many days after the first submission. */
function day(after: number): string {
  return new Date((firstDay + after) * DAY * 1_000).toISOString().slice(0, 10);
}

async function nextDay(): Promise<void> {
  await world.http.post("/sandbox/clock", { advance_seconds: DAY });
}

/**
 * Day 0 a user, rejected on day 5; day 1 a staff, day 2 an admin, approved on day 6; day 3 a
 * superuser; day 4 another user, approved on day 6.
 */
test.before(async () => {
  world = await openServiceWorld({ RATE_LIMITS: "off" });
  firstDay = await today();
  const made: Member[] = [];
  for (const role of ROLES) {
    const member = await newMember(world, role);
    await submitKyc(member);
    made.push(member);
    await nextDay();
  }
  owners = made;
  // Tokens do not live that long.
  reader = await newMember(world, "admin");
  const review = (owner: number, verb: string, body?: object) =>
    reader.client.post(`/api/users/kyc/${made[owner]?.id}/${verb}/`, body);
  await review(0, "reject", { reason: "blurred" });
  await nextDay();
  reader = await newMember(world, "admin");
  await review(2, "approve");
  await review(4, "approve");
});

test.after.always(() => world.close());

async function found(query: string): Promise<readonly number[]> {
  const answer = await reader.client.get(`${PATH}?${query}`);
  if (answer.status !== 200) throw new Error(answer.raw);
  const rows = answer.list("results") as readonly { readonly user: number }[];
  return rows.map(({ user }) => owners.findIndex(({ id }) => id === user));
}

function ascending(places: readonly number[]): readonly number[] {
  return places.toSorted((a, b) => a - b);
}

test("all records, the newest submission first", async (t) => {
  t.deepEqual(await found(""), [4, 3, 2, 1, 0]);
  const answer = await reader.client.get(PATH);
  t.like(answer.body, { count: 5, next: null, previous: null });
  const [newest] = answer.list("results");
  t.like(newest, { status: "approved", reviewed_by: reader.id, rejection_reason: "" });
});

test("sorted by each of the orderings; what nobody reviewed stands last", async (t) => {
  t.deepEqual(await found("ordering=submitted_at"), [0, 1, 2, 3, 4]);
  t.deepEqual(await found("ordering=-submitted_at"), [4, 3, 2, 1, 0]);
  const reviewed = await found("ordering=reviewed_at");
  t.is(reviewed[0], 0);
  t.deepEqual(ascending(reviewed.slice(1, 3)), [2, 4]);
  t.deepEqual(ascending(reviewed.slice(3)), [1, 3]);
  const latest = await found("ordering=-reviewed_at");
  t.deepEqual(ascending(latest.slice(0, 2)), [2, 4]);
  t.is(latest[2], 0);
  t.deepEqual(await found("ordering=status"), [4, 2, 3, 1, 0]);
  t.deepEqual(await found("ordering=-status"), [0, 3, 1, 4, 2]);
});

test("filtered by status, user and the owner's role", async (t) => {
  t.deepEqual(await found("status=pending"), [3, 1]);
  t.deepEqual(await found("status=approved"), [4, 2]);
  t.deepEqual(await found("status=rejected"), [0]);
  t.deepEqual(await found("user_role=user"), [4, 0]);
  t.deepEqual(await found("user_role=staff"), [1]);
  t.deepEqual(await found("user_role=admin"), [3, 2], "a superuser prints as an admin");
  t.deepEqual(await found(`user_id=${owners[1]?.id}`), [1]);
  t.deepEqual(await found("user_id=999999"), []);
});

test("filtered by days, both ends included", async (t) => {
  const submitted = (from: number, to: number) =>
    `submitted_date_from=${day(from)}&submitted_date_to=${day(to)}`;
  t.deepEqual(await found(submitted(1, 3)), [3, 2, 1]);
  t.deepEqual(await found(submitted(2, 2)), [2]);
  t.deepEqual(await found(`submitted_date_from=${day(3)}`), [4, 3]);
  t.deepEqual(await found(`submitted_date_to=${day(1)}`), [1, 0]);
  t.deepEqual(await found(submitted(3, 1)), []);
  t.deepEqual(await found(`reviewed_date_from=${day(6)}&reviewed_date_to=${day(6)}`), [4, 2]);
  t.deepEqual(await found(`reviewed_date_to=${day(5)}`), [0]);
});

test("filters are combined", async (t) => {
  t.deepEqual(await found("status=approved&user_role=user"), [4]);
  t.deepEqual(await found("status=rejected&user_role=staff"), []);
  const all = `user_id=${owners[4]?.id}&status=approved&user_role=user&ordering=submitted_at`;
  const days = `submitted_date_from=${day(4)}&reviewed_date_to=${day(6)}`;
  t.deepEqual(await found(`${all}&${days}`), [4]);
});

test("what a filter cannot mean is ignored", async (t) => {
  const senseless = [
    "status=open",
    "status=",
    "status=pending&status=approved",
    "user_id=abc",
    "user_id=-1",
    "user_id=1.5",
    "user_role=superuser",
    "submitted_date_from=yesterday",
    "submitted_date_to=2026-02-30",
    "reviewed_date_from=01-01-2026",
    "reviewed_date_to=2026-13-01",
    "ordering=pan_number",
    "ordering=submitted_at;drop",
  ];
  for (const query of senseless) t.deepEqual(await found(query), [4, 3, 2, 1, 0], query);
  t.deepEqual(await found("status=open&user_role=staff"), [1]);
});

test("in pages whose links keep the filters", async (t) => {
  const first = await reader.client.get(`${PATH}?status=approved&page_size=1`);
  t.is(first.at("count"), 2);
  t.is(first.at("previous"), null);
  const { pathname, search } = new URL(first.text("next"));
  const second = await reader.client.from(world.http).get(`${pathname}${search}`);
  t.is(second.at("results.0.user"), owners[2]?.id);
  t.is(second.at("next"), null);
  const beyond = await reader.client.get(`${PATH}?page=2`);
  t.is(beyond.status, 404);
  t.deepEqual(beyond.body, { detail: "Invalid page." });
});

for (const role of ["user", "staff"] as const) {
  test(`${role} may not list all`, async (t) => {
    const refused = await (await newMember(world, role)).client.get(PATH);
    t.is(refused.status, 403);
    const detail = "You do not have permission to perform this action.";
    t.deepEqual(refused.body, { detail });
  });
}

test("a superuser may", async (t) => {
  const answer = await (await newMember(world, "superuser")).client.get(PATH);
  t.is(answer.at("count"), 5);
});
