import test from "ava";
import { newMember, submitKyc } from "../../world/ev-papers.js";
import { BASE, type Member } from "../../world/ev.js";
import { openServiceWorld, type ServiceWorld } from "../../world/service.js";

let world: ServiceWorld;
let members: Readonly<Record<Who, Member>>;

const ROLES = {
  superuser: "superuser",
  admin: "admin",
  "another admin": "admin",
  staff: "staff",
  "another staff": "staff",
  user: "user",
  "another user": "user",
} as const;

type Who = keyof typeof ROLES;

const NAMES = Object.keys(ROLES) as readonly Who[];

/** Get KYC Status and Get KYC by ID: every line of their examples, and those that follow. */
const SEEN: Readonly<Record<Who, readonly Who[]>> = {
  superuser: NAMES,
  admin: NAMES,
  "another admin": NAMES,
  staff: ["staff", "user", "another user"],
  "another staff": ["another staff", "user", "another user"],
  user: ["user"],
  "another user": ["another user"],
};

test.before(async () => {
  world = await openServiceWorld({ RATE_LIMITS: "off" });
  const made: Partial<Record<Who, Member>> = {};
  for (const name of NAMES) {
    const member = await newMember(world, ROLES[name]);
    await submitKyc(member);
    made[name] = member;
  }
  members = made as Readonly<Record<Who, Member>>;
});

test.after.always(() => world.close());

function ascending(ids: readonly number[]): readonly number[] {
  return ids.toSorted((a, b) => a - b);
}

for (const caller of NAMES) {
  for (const owner of NAMES) {
    const seen = SEEN[caller].includes(owner);
    const whose = caller === owner ? "their own record" : `the record of ${owner}`;
    test(`by id, ${caller} ${seen ? "sees" : "does not see"} ${whose}`, async (t) => {
      const record = await members[caller].client.get(`/api/users/kyc/${members[owner].id}/`);
      t.is(record.status, seen ? 200 : 404, record.raw);
      if (seen) t.is(record.at("user"), members[owner].id);
      else t.deepEqual(record.body, { detail: "Not found." });
    });

    test(`papers of ${owner} are ${seen ? "" : "not "}served to ${caller}`, async (t) => {
      const { client } = members[owner];
      const record = await client.get(`/api/users/kyc/${members[owner].id}/`);
      const { pathname } = new URL(record.text("pan_document"));
      const paper = await members[caller].client.from(world.http).get(pathname);
      t.is(paper.status, seen ? 200 : 404);
      if (!seen) t.deepEqual(paper.body, { detail: "Not found." });
    });
  }

  test(`without an id, ${caller} gets what they may see and nothing else`, async (t) => {
    const answer = await members[caller].client.get("/api/users/kyc/?page_size=100");
    t.is(answer.status, 200, answer.raw);
    const ids = SEEN[caller].map((name) => members[name].id);
    if (ROLES[caller] === "user") {
      t.is(answer.at("id"), ids[0]);
      return;
    }
    const rows = answer.list("results") as readonly { readonly user: number }[];
    t.deepEqual(ascending(rows.map(({ user }) => user)), ascending(ids));
    t.is(answer.at("count"), ids.length);
  });
}

test("who submitted nothing has no record", async (t) => {
  const { client, id } = await newMember(world);
  for (const path of ["/api/users/kyc/", `/api/users/kyc/${id}/`]) {
    const answer = await client.get(path);
    t.is(answer.status, 404);
    t.deepEqual(answer.body, { detail: "Not found." });
  }
});

test("a record that nobody has, and an id that is none, are not found", async (t) => {
  for (const id of ["999999999", "0", "abc", "1%27%20OR%201=1", "99999999999999999999"]) {
    const answer = await members.admin.client.get(`/api/users/kyc/${id}/`);
    t.is(answer.status, 404, id);
    t.deepEqual(answer.body, { detail: "Not found." });
  }
});

test("a page beyond the last is not found, a page has its neighbours", async (t) => {
  const { client } = members.admin;
  const beyond = await client.get("/api/users/kyc/?page=99");
  t.is(beyond.status, 404);
  t.deepEqual(beyond.body, { detail: "Invalid page." });
  const second = await client.get("/api/users/kyc/?page=2&page_size=2");
  t.is(second.list("results").length, 2);
  const address = `${world.service.url}/ev/api/users/kyc/`;
  t.is(second.at("previous"), `${address}?page_size=2`);
  t.is(second.at("next"), `${address}?page=3&page_size=2`);
});

test("nobody sees anything without a token", async (t) => {
  const http = world.http.at(BASE);
  for (const path of ["/api/users/kyc/", "/api/users/kyc/1/", "/api/users/kyc/list_all/"]) {
    const answer = await http.get(path);
    t.is(answer.status, 401, path);
    t.deepEqual(answer.body, { detail: "Authentication credentials were not provided." });
  }
});
