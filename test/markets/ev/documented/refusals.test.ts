import test from "ava";
import { z } from "zod";
import { operationName } from "../../../../src/kernel/documented.js";
import { reject } from "../../../../src/kernel/rejection.js";
import type { Route } from "../../../../src/kernel/route.js";
import { EV, openDocumentWorld, type DocumentWorld } from "../../../world/ev-document.js";
import { fund } from "../../../world/ev-money.js";
import { formOf, PNG } from "../../../world/ev-papers.js";
import { signUp, staff, type Member } from "../../../world/ev.js";
import type { HttpClient } from "../../../world/http-client.js";

let scene: DocumentWorld;
let people: Readonly<Record<"user" | "staff" | "admin" | "superuser", Member>>;

test.before(async () => {
  scene = await openDocumentWorld();
  const { world, root, admin } = scene;
  people = { user: await signUp(world), staff: await staff(world), admin, superuser: root };
});

test.after.always(() => scene.world.close());

const NO_TOKEN = { detail: "Authentication credentials were not provided." };
const NO_PERMISSION = { detail: "You do not have permission to perform this action." };
const NOT_FOUND = { detail: "Not found." };

/** An id that nobody has, and the example as its body. */
function call(client: HttpClient, { method, path, example, multipart }: Route) {
  const address = path.replace(":id", "99999999").replace(":name", "nothing.pdf");
  if (multipart === undefined) return client.send(method, address, example);
  const papers = Object.fromEntries(multipart.map((field) => [field, PNG]));
  return client.send(method, address, formOf({ ...example }, papers));
}

const CLOSED = EV.routes.filter(({ may }) => may.kind === "realm");

for (const route of CLOSED) {
  test(`401: ${operationName(route)} without a token and with a forged one`, async (t) => {
    for (const client of [scene.nobody, scene.nobody.as("forged")]) {
      const refused = await call(client, route);
      t.is(refused.status, 401, refused.raw);
      t.deepEqual(refused.body, NO_TOKEN);
    }
  });
}

test("who needs no token is who the document says", (t) => {
  const open = EV.routes.filter((route) => !CLOSED.includes(route)).map(({ path }) => path);
  t.deepEqual(
    open,
    ["send-otp", "verify-otp", "refresh", "signup", "verify-signup-otp", "login"].map(
      (name) => `/api/auth/${name}/`,
    ),
  );
});

/** "Authentication: Required (…)" of each section, and of what is ours. */
const ONLY: Readonly<Record<string, readonly string[]>> = {
  "POST /api/auth/create-admin/": ["superuser"],
  "GET /api/users/admins/": ["superuser"],
  "POST /api/auth/create-staff/": ["admin", "superuser"],
  "GET /api/users/staff/": ["admin", "superuser"],
  "GET /api/users/normal/": ["staff", "admin", "superuser"],
  "POST /api/users/kyc/:id/approve/": ["admin", "superuser"],
  "POST /api/users/kyc/:id/reject/": ["admin", "superuser"],
  "GET /api/users/kyc/list_all/": ["admin", "superuser"],
  "POST /api/users/nominee/:id/approve/": ["admin", "superuser"],
  "POST /api/users/nominee/:id/reject/": ["admin", "superuser"],
  "POST /api/payout/:id/process/": ["admin", "superuser"],
  "POST /api/payout/:id/complete/": ["admin", "superuser"],
  "POST /api/payout/:id/reject/": ["admin", "superuser"],
  "POST /api/wallet/deposit/": ["admin", "superuser"],
  "POST /api/compliance/documents/:id/verify/": ["admin", "superuser"],
  "GET /api/reports/sales/": ["admin", "superuser"],
};

/** The lists of users have words of their own (13, 14 and 15). */
const wordsOf = (operation: string) =>
  EV.documented?.[operation]?.find(({ status }) => status === 403)?.body ?? NO_PERMISSION;

for (const route of CLOSED) {
  const operation = operationName(route);
  const allowed = ONLY[operation] ?? ["user", "staff", "admin", "superuser"];
  test(`403: ${operation} is for ${allowed.join(", ")}`, async (t) => {
    for (const [role, { client }] of Object.entries(people)) {
      if (allowed.includes(role)) continue;
      const refused = await call(client, route);
      t.is(refused.status, 403, `${role}: ${refused.raw}`);
      t.deepEqual(refused.body, wordsOf(operation));
    }
    t.deepEqual(rolesOf(route), allowed.toSorted());
  });
}

function rolesOf({ may }: Route): readonly string[] {
  const roles = may.kind === "realm" ? may.roles : undefined;
  return [...(roles ?? Object.keys(people))].toSorted();
}

for (const route of EV.routes.filter(({ path }) => path.includes("/:"))) {
  test(`404: ${operationName(route)} of what is not there`, async (t) => {
    const refused = await call(people.superuser.client, route);
    t.is(refused.status, 404, refused.raw);
    t.deepEqual(refused.body, NOT_FOUND);
  });
}

const PAGED = EV.routes.filter(
  ({ query }) => query instanceof z.ZodObject && "page_size" in query.shape,
);

for (const route of PAGED) {
  test(`a page beyond the last of ${operationName(route)} is not found`, async (t) => {
    const { client } = people.superuser;
    const first = await client.get(`${route.path}?page_size=1000`);
    t.is(first.status, 200, first.raw);
    t.is(first.at("previous"), null);
    t.is(first.at("next"), null);
    const beyond = await client.get(`${route.path}?page=999`);
    t.is(beyond.status, 404);
    t.deepEqual(beyond.body, { detail: "Invalid page." });
  });
}

test("every list of the document is paged", (t) => {
  const lists = Object.entries(EV.documented ?? {})
    .filter(([, answers]) => answers.some(({ body }) => "results" in body))
    .map(([operation]) => operation);
  // Get KYC Status prints one record and speaks of a queryset.
  t.deepEqual(
    PAGED.map((route) => operationName(route)).toSorted(),
    [...lists, "GET /api/users/kyc/"].toSorted(),
  );
});

test("a page has 20 items, and at most 100", async (t) => {
  const { world } = scene;
  const member = await signUp(world);
  for (let nth = 0; nth < 101; nth += 1) await fund(world, member, 1);
  const page = (query: string) => member.client.get(`/api/wallet/transactions/${query}`);
  const usual = await page("");
  t.is(usual.list("results").length, 20);
  const largest = await page("?page_size=1000");
  t.is(largest.at("count"), 101);
  t.is(largest.list("results").length, 100);
  t.truthy(largest.at("next"));
  t.is((await page("?page_size=1000&page=2")).list("results").length, 1);
});

test("500: what goes wrong is told in the document's words and no others", (t) => {
  const { status, body } = EV.dialect.error(reject("internal", "bug", "a stack trace"));
  t.is(status, 500);
  t.deepEqual(body, { detail: "A server error occurred." });
});
