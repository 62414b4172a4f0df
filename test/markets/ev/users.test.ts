import test from "ava";
import {
  admin,
  BASE,
  newMobile,
  signUp,
  signupForm,
  staff,
  superuser,
  verifyOtp,
  type Member,
} from "../../world/ev.js";
import { openServiceWorld, type ServiceWorld } from "../../world/service.js";

let world: ServiceWorld;
let people: Readonly<Record<"user" | "staff" | "admin" | "superuser", Member>>;
let others: Readonly<Record<"user" | "staff" | "admin", number>>;

test.before(async () => {
  world = await openServiceWorld({ RATE_LIMITS: "off" });
  const root = await superuser(world);
  people = {
    user: await signUp(world),
    staff: await staff(world),
    admin: await admin(world),
    superuser: root,
  };
  const made = async (role: string) =>
    (await root.client.post(`/api/auth/create-${role}/`, signupForm())).number("user.id");
  others = {
    user: (await signUp(world)).id,
    staff: await made("staff"),
    admin: await made("admin"),
  };
});

test.after.always(() => world.close());

const COLLEAGUES = "Staff can only edit their own profile or normal users' profiles.";
const OWN = "You can only update your own profile.";

/** Update User Profile, Examples, and what the hierarchy says of superusers beside. */
const EDITS = [
  ["superuser", "admin", undefined],
  ["superuser", "staff", undefined],
  ["superuser", "user", undefined],
  ["admin", "admin", undefined],
  ["admin", "staff", undefined],
  ["admin", "user", undefined],
  ["staff", "user", undefined],
  ["staff", "admin", COLLEAGUES],
  ["staff", "staff", COLLEAGUES],
  ["user", "admin", OWN],
  ["user", "staff", OWN],
  ["user", "user", OWN],
] as const;

for (const [who, whose, refusal] of EDITS) {
  test.serial(`${who} editing another ${whose}: ${refusal ?? "allowed"}`, async (t) => {
    for (const method of ["PATCH", "PUT"]) {
      const path = `/api/users/${others[whose]}/`;
      const city = `${who} ${method}`;
      const answer = await people[who].client.send(method, path, { city });
      t.is(answer.status, refusal === undefined ? 200 : 403, answer.raw);
      if (refusal === undefined) t.is(answer.at("city"), city);
      else t.deepEqual(answer.body, { detail: refusal });
    }
  });
}

test("everybody edits their own profile, by either address", async (t) => {
  for (const { client, id } of Object.values(people)) {
    const own = await client.patch(`/api/users/${id}/`, { state: "Goa" });
    t.is(own.at("state"), "Goa", own.raw);
    const again = await client.put("/api/users/update_profile/", { state: "Kerala" });
    t.is(again.at("state"), "Kerala", again.raw);
    t.is(again.at("id"), id);
  }
});

test("a superuser is an admin to edit, but for the number that lets people in", async (t) => {
  const { client } = people.admin;
  const path = `/api/users/${people.superuser.id}/`;
  t.is((await client.patch(path, { city: "Agra" })).status, 200);
  t.is((await client.patch(path, { mobile: `+91${people.superuser.mobile}` })).status, 200);
  const refused = await client.patch(path, { mobile: newMobile() });
  t.deepEqual(refused.body, { detail: "You do not have permission to perform this action." });
});

test("read-only fields are not read", async (t) => {
  const member = await signUp(world);
  const before = await member.client.get("/api/users/profile/");
  const changed = await member.client.patch("/api/users/update_profile/", {
    first_name: "Johnny",
    role: "admin",
    is_superuser: true,
    email: "other@example.com",
    username: "EVAdmin",
    is_active_buyer: true,
    is_distributor: true,
    referral_code: "REF00001",
    referred_by: 1,
    kyc_status: "approved",
    nominee_exists: true,
    date_joined: "2020-01-01T00:00:00Z",
  });
  t.is(changed.status, 200, changed.raw);
  t.deepEqual(changed.body, { ...(before.body as object), first_name: "Johnny" });
});

test("what a profile prints can be sent back as it is", async (t) => {
  const bare = await verifyOtp(world, newMobile());
  const client = world.http.at(BASE).as(bare.text("tokens.access"));
  const printed = await client.get("/api/users/profile/");
  const sent = await client.put("/api/users/update_profile/", printed.body);
  t.is(sent.status, 200, sent.raw);
  t.deepEqual(sent.body, printed.body);
});

test("a new number is its owner's alone, and the old one is free", async (t) => {
  const member = await signUp(world);
  const fresh = newMobile();
  const change = (mobile: string) => member.client.patch("/api/users/update_profile/", { mobile });
  const taken = await change(`+91${people.user.mobile}`);
  t.is(taken.status, 400);
  t.deepEqual(taken.body, { mobile: ["Mobile number already registered"] });
  t.deepEqual((await change("12345")).body, { mobile: ["Invalid mobile number format"] });
  t.is((await change(fresh)).at("mobile"), fresh);
  t.is((await verifyOtp(world, fresh)).at("user.id"), member.id);
  t.is((await signUp(world, { mobile: member.mobile })).mobile, member.mobile);
});

test("wrong fields of a change are told by name", async (t) => {
  const wrong = { gender: "none", date_of_birth: "1.1.1990", pincode: "x", city: true };
  const refused = await people.user.client.patch("/api/users/update_profile/", wrong);
  t.is(refused.status, 400);
  t.deepEqual(Object.keys(refused.body as object).toSorted(), Object.keys(wrong).toSorted());
});

test("staff and admins view everybody, a user nobody else", async (t) => {
  for (const who of ["staff", "admin", "superuser"] as const) {
    const { client } = people[who];
    t.is((await client.get(`/api/users/${others.admin}/`)).at("id"), others.admin);
    t.true((await client.get("/api/users/")).number("count") > 6);
    const unknown = await client.get("/api/users/99999999/");
    t.is(unknown.status, 404);
    t.deepEqual(unknown.body, { detail: "Not found." });
    t.is((await client.patch("/api/users/99999999/", {})).status, 404);
    t.is((await client.get("/api/users/nobody/")).status, 404);
  }
  const { client, id } = people.user;
  t.is((await client.get(`/api/users/${id}/`)).at("id"), id);
  t.is((await client.get(`/api/users/${others.user}/`)).status, 404);
  t.is((await client.patch("/api/users/99999999/", {})).status, 403);
  const list = await client.get("/api/users/");
  t.like(list.body, { count: 1, next: null, previous: null });
  t.is(list.at("results.0.id"), id);
});

const LISTS = [
  ["admins", ["superuser"], "Only superuser can list admin users."],
  ["staff", ["superuser", "admin"], "Only superuser and admin can list staff users."],
  [
    "normal",
    ["superuser", "admin", "staff"],
    "Only superuser, admin, and staff can list normal users.",
  ],
] as const;

for (const [list, may, detail] of LISTS) {
  test(`the list of ${list} is for ${may.join(", ")}`, async (t) => {
    const role = { admins: "admin", staff: "staff", normal: "user" }[list];
    for (const [who, { client }] of Object.entries(people)) {
      const answer = await client.get(`/api/users/${list}/`);
      if (may.some((allowed) => allowed === who)) {
        t.is(answer.status, 200, answer.raw);
        const rows = answer.list("results") as readonly { readonly role: string }[];
        t.true(rows.length > 0 && rows.every((row) => row.role === role));
      } else {
        t.is(answer.status, 403);
        t.deepEqual(answer.body, { detail });
      }
    }
    t.is((await world.http.at(BASE).get(`/api/users/${list}/`)).status, 401);
  });
}

test.serial("pages link to each other with the caller's other parameters", async (t) => {
  const { client } = people.superuser;
  const page = (query: string) => client.get(`/api/users/?${query}`);
  const first = await page("page_size=2&role=x");
  t.is(first.list("results").length, 2);
  t.is(first.at("previous"), null);
  const next = new URL(first.text("next"));
  t.is(next.pathname, "/ev/api/users/");
  t.is(next.origin, new URL(world.service.url).origin);
  t.deepEqual(Object.fromEntries(next.searchParams), { page: "2", page_size: "2", role: "x" });
  const second = await page(next.search.slice(1));
  t.is(second.text("previous").includes("page="), false);
  t.notDeepEqual(second.at("results"), first.at("results"));
  const last = Math.ceil(first.number("count") / 2);
  t.is((await page(`page_size=2&page=${last}`)).at("next"), null);
  for (const wrong of [`page_size=2&page=${last + 9}`, "page=0", "page=x", "page=-1"]) {
    const refused = await page(wrong);
    t.is(refused.status, 404, wrong);
    t.deepEqual(refused.body, { detail: "Invalid page." });
  }
  t.is((await page("page_size=1000")).status, 200);
  t.is((await page("page_size=x")).status, 200);
});

test("on its own host the market has the root", async (t) => {
  const { port } = new URL(world.service.url);
  const host = `ev.localhost:${port}`;
  const { get } = await import("node:http");
  const authorization = `Bearer ${people.superuser.access}`;
  const body = await new Promise<string>((resolve, reject) => {
    const headers = { host, authorization };
    const path = "/api/users/?page_size=1";
    get({ host: "127.0.0.1", port, path, headers }, (response) => {
      response.setEncoding("utf8");
      let text = "";
      response.on("data", (chunk: string) => (text += chunk));
      response.on("end", () => resolve(text));
    }).on("error", reject);
  });
  const { next } = JSON.parse(body) as { readonly next: string };
  t.true(next.startsWith(`http://${host}/api/users/?`), next);
});
