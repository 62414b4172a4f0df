import test from "ava";
import { sections } from "../../../../src/markets/ev/documented/index.js";
import { openDocumentWorld, signInAsUser, type DocumentWorld } from "../../../world/ev-document.js";
import { booked, pay } from "../../../world/ev-money.js";
import { JPEG, KYC_FILES, PDF } from "../../../world/ev-papers.js";
import { admin, signUp, staff, type Member } from "../../../world/ev.js";

const PAPERS = { ...KYC_FILES, aadhaar_front: JPEG, bank_passbook: JPEG };
const RESULTS = { free: ["results"] };

/** What somebody who only ever showed a code has not told. */
const UNTOLD = [
  "mobile",
  "email",
  "gender",
  "date_of_birth",
  "address_line1",
  "address_line2",
  "city",
  "state",
  "pincode",
  "country",
  "kyc_status",
].map((name) => `results.*.${name}`);

let scene: DocumentWorld;
let user: Member;
let ids: readonly string[];

test.before(async () => {
  scene = await openDocumentWorld();
  user = await signInAsUser(scene);
  ids = [String(user.id)];
});

test.after.always(() => scene.world.close());

test.serial("16. Create KYC", async (t) => {
  const { manual } = scene;
  const made = await manual.hold(t, "POST /api/users/kyc/", { client: user.client, files: PAPERS });
  t.is(made.at("user"), user.id);
  t.like(made.body, { reviewed_at: null, reviewed_by: null });
});

test.serial("19. Approve KYC (Admin Only), and 20. Reject", async (t) => {
  const { world, manual, root } = scene;
  const client = root.client;
  const other = await signUp(world);
  await manual.hold(t, "POST /api/users/kyc/", { client: other.client, files: PAPERS });
  const others = [String(other.id)];
  await manual.hold(t, "POST /api/users/kyc/:id/reject/", { client, ids: others });
  const told = await other.client.get(`/api/users/kyc/${other.id}/`);
  t.like(told.body, { status: "rejected", rejection_reason: "PAN document is not clear" });
  await manual.hold(t, "POST /api/users/kyc/:id/approve/", { client, ids });
});

test.serial("17. Get KYC Status, and 18. by ID", async (t) => {
  const { world, manual, root } = scene;
  const free = ["reviewed_by"];
  const own = await manual.hold(t, "GET /api/users/kyc/", { client: user.client, free });
  t.like(own.body, { user: user.id, reviewed_by: root.id });
  const operation = "GET /api/users/kyc/:id/";
  for (const { client } of [user, root, await staff(world)]) {
    const seen = await manual.hold(t, operation, { client, ids, free });
    t.deepEqual(seen.body, own.body);
  }
  const { client } = await signUp(world);
  await manual.hold(t, operation, { client, ids, status: 404 });
  await manual.hold(t, operation, { client: root.client, ids: ["999999"], status: 404 });
});

test.serial("21. List All KYC Documents (Admin Only)", async (t) => {
  const { world, manual, root } = scene;
  const operation = "GET /api/users/kyc/list_all/";
  const query = { page_size: "1", ordering: "submitted_at" };
  const listed = await manual.hold(t, operation, {
    client: root.client,
    query,
    free: ["results.*.reviewed_by", "next"],
  });
  t.is(listed.at("count"), 2);
  t.is(listed.at("results.0.user"), user.id);
  for (const { client } of [user, await staff(world)]) {
    await manual.hold(t, operation, { client, status: 403 });
  }
});

test.serial("22 and 23. Create/Update Nominee, Get Nominee", async (t) => {
  const { manual } = scene;
  const { client } = user;
  const files = { id_proof_document: PDF };
  const place = "/api/users/nominee/";
  const made = await manual.hold(t, `POST ${place}`, { client, files });
  t.is(made.at("user"), user.id);
  await manual.hold(t, `POST ${place}`, { client, files, when: "There is a nominee already" });
  await manual.hold(t, `PUT ${place}`, { client, files });
  await manual.hold(t, `PATCH ${place}`, { client, files });
  await manual.hold(t, `GET ${place}`, { client });
});

test.serial("24. Nominee KYC Review (Admin Only)", async (t) => {
  const { world, manual } = scene;
  const { client } = await admin(world);
  const nominee = () => user.client.get("/api/users/nominee/");
  await manual.hold(t, "POST /api/users/nominee/:id/reject/", { client, ids });
  t.is((await nominee()).at("kyc_rejection_reason"), "ID document is blurred");
  await manual.hold(t, "POST /api/users/nominee/:id/approve/", { client, ids });
  t.is((await nominee()).at("kyc_status"), "verified");
});

test.serial("9 and 10. Get and Update User Profile", async (t) => {
  const { world, manual } = scene;
  const { client } = user;
  await pay(user, await booked(user), 5000);
  const told = { address_line2: "Apt 4B", country: "India" };
  t.is((await client.patch("/api/users/update_profile/", told)).status, 200);
  for (const method of ["PATCH", "PUT"]) {
    await manual.hold(t, `${method} /api/users/update_profile/`, { client });
    await manual.hold(t, `${method} /api/users/:id/`, { client, ids });
  }
  const profile = await manual.hold(t, "GET /api/users/profile/", { client });
  t.is(profile.at("referred_by"), null);
  const colleague = [String((await admin(world)).id)];
  const another = [String((await signUp(world)).id)];
  for (const method of ["PATCH", "PUT"]) {
    const operation = `${method} /api/users/:id/`;
    await manual.hold(t, operation, {
      client: (await staff(world)).client,
      ids: colleague,
      when: "Staff and a colleague's profile",
    });
    await manual.hold(t, operation, {
      client,
      ids: another,
      when: "A normal user and another's profile",
    });
  }
});

test.serial("11 and 12. List Users, Get User by ID", async (t) => {
  const { world, manual, root } = scene;
  const { client } = user;
  const alone = await manual.hold(t, "GET /api/users/", { client, nullable: ["next"] });
  t.is(alone.at("count"), 1);
  const query = { page_size: "1" };
  const nullable = UNTOLD;
  await manual.hold(t, "GET /api/users/", { client: root.client, query, nullable, ...RESULTS });
  for (const who of [user, root, await staff(world)]) {
    const seen = await manual.hold(t, "GET /api/users/:id/", { client: who.client, ids });
    t.deepEqual(seen.body, alone.at("results.0"));
  }
});

test.serial("13, 14 and 15. List Admin, Staff and Normal Users", async (t) => {
  const { world, manual, root } = scene;
  const query = { page_size: "1" };
  const page = { client: root.client, nullable: UNTOLD, ...RESULTS };
  await manual.hold(t, "GET /api/users/admins/", page);
  await manual.hold(t, "GET /api/users/staff/", page);
  await manual.hold(t, "GET /api/users/normal/", { ...page, query });
  const clerk = await staff(world);
  const boss = await admin(world);
  const refused = { status: 403 };
  for (const { client } of [user, clerk, boss]) {
    await manual.hold(t, "GET /api/users/admins/", { client, ...refused });
  }
  for (const { client } of [user, clerk]) {
    await manual.hold(t, "GET /api/users/staff/", { client, ...refused });
  }
  await manual.hold(t, "GET /api/users/normal/", { client: user.client, ...refused });
});

test.serial("every answer under these headings was held", (t) => {
  const held = [sections.users, sections.kyc, sections.nominee];
  t.deepEqual(scene.manual.unheld(...held), []);
});
