import test from "ava";
import { formOf, ID_PROOF, JPEG, newMember, NOMINEE, PDF, PNG } from "../../world/ev-papers.js";
import { BASE, type Member } from "../../world/ev.js";
import { openServiceWorld, type ServiceWorld } from "../../world/service.js";

let world: ServiceWorld;
let admin: Member;

test.before(async () => {
  world = await openServiceWorld({ RATE_LIMITS: "off" });
  admin = await newMember(world, "admin");
});

test.after.always(() => world.close());

const PATH = "/api/users/nominee/";
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
const UNREVIEWED = { kyc_verified_at: null, kyc_verified_by: null, kyc_rejection_reason: "" };
const NO_PROOF = { id_proof_type: null, id_proof_number: null, id_proof_document: null };

function proven(proof: Buffer = PNG): FormData {
  return formOf({ ...NOMINEE, ...ID_PROOF }, { id_proof_document: proof });
}

async function named(): Promise<Member> {
  const member = await newMember(world);
  await member.client.post(PATH, proven());
  return member;
}

test("a nominee is named with an id proof, which waits for a review", async (t) => {
  const { client, id } = await newMember(world);
  t.is((await client.get("/api/users/profile/")).at("nominee_exists"), false);
  const sent = await client.post(PATH, proven());
  t.is(sent.status, 201, sent.raw);
  const { id_proof_document, kyc_submitted_at, ...rest } = sent.body as Record<string, string>;
  const pending = { kyc_status: "pending", ...UNREVIEWED };
  t.deepEqual<object, object>(rest, { id, user: id, ...NOMINEE, ...ID_PROOF, ...pending });
  t.regex(String(kyc_submitted_at), INSTANT);
  const address = `^${world.service.url}/ev/media/nominee/id_proof/[0-9a-f-]{36}\\.png$`;
  t.regex(String(id_proof_document), new RegExp(address));
  t.deepEqual((await client.get(PATH)).body, sent.body);
  t.is((await client.get("/api/users/profile/")).at("nominee_exists"), true);
});

test("JSON without a file will do, and kyc_status is not the owner's to write", async (t) => {
  const { client } = await newMember(world);
  const sent = await client.post(PATH, { ...NOMINEE, kyc_status: "verified" });
  t.is(sent.status, 201, sent.raw);
  t.like(sent.body, { ...NO_PROOF, kyc_status: "pending", kyc_submitted_at: null });
  const changed = await client.patch(PATH, { kyc_status: "verified" });
  t.is(changed.at("kyc_status"), "pending");
  const handedIn = await client.patch(PATH, ID_PROOF);
  t.like(handedIn.body, { ...ID_PROOF, kyc_status: "pending" });
  t.regex(handedIn.text("kyc_submitted_at"), INSTANT);
});

test("a second POST updates the one nominee, and answers 200", async (t) => {
  const { client, id } = await named();
  const again = await client.post(PATH, formOf({ ...NOMINEE, full_name: "Joan Doe" }));
  t.is(again.status, 200, again.raw);
  t.like(again.body, { id, full_name: "Joan Doe", ...ID_PROOF });
});

test("PUT takes the whole person, PATCH what is given; both answer 200", async (t) => {
  const { client } = await named();
  const put = await client.put(PATH, { ...NOMINEE, relationship: "sister" });
  t.is(put.status, 200, put.raw);
  t.like(put.body, { relationship: "sister", ...ID_PROOF });
  const partial = await client.put(PATH, { relationship: "son" });
  t.is(partial.status, 400);
  t.deepEqual(partial.at("full_name"), ["This field is required."]);
  const patched = await client.send("PATCH", PATH, formOf({ city: "Pune", id_proof_number: "" }));
  t.is(patched.status, 200, patched.raw);
  t.like(patched.body, { ...NOMINEE, relationship: "sister", city: "Pune", ...ID_PROOF });
});

test("nobody has a nominee before one is named", async (t) => {
  const { client } = await newMember(world);
  const answers = [
    await client.get(PATH),
    await client.put(PATH, NOMINEE),
    await client.patch(PATH, { city: "Pune" }),
  ];
  for (const answer of answers) {
    t.is(answer.status, 404);
    t.deepEqual(answer.body, { detail: "Not found." });
  }
});

const RELATIONSHIPS = "spouse son daughter father mother brother sister other".split(" ");

test("a relationship is one of the eight", async (t) => {
  const { client } = await named();
  for (const relationship of RELATIONSHIPS) {
    t.is((await client.patch(PATH, { relationship })).status, 200, relationship);
  }
  for (const relationship of ["cousin", "", "Spouse"]) {
    const refused = await client.patch(PATH, { relationship });
    t.is(refused.status, 400);
    t.deepEqual(Object.keys(refused.body as object), ["relationship"]);
  }
});

test("what is missing or wrong is refused under its name", async (t) => {
  const { client } = await newMember(world);
  const nothing = await client.post(PATH, {});
  t.is(nothing.status, 400);
  const required = Object.keys(NOMINEE).map((name) => [name, ["This field is required."]]);
  t.deepEqual(nothing.body, Object.fromEntries(required));
  const wrong = { date_of_birth: "1990-02-30", mobile: "12", email: "jane", pincode: "4" };
  const refused = await client.post(PATH, { ...NOMINEE, ...wrong });
  t.is(refused.status, 400);
  t.deepEqual(Object.keys(refused.body as object).toSorted(), Object.keys(wrong).toSorted());
  const program = await client.post(PATH, proven(Buffer.from("MZ program")));
  t.deepEqual(program.body, {
    id_proof_document: ["Unsupported file format. Supported formats: JPG, PNG, PDF."],
  });
  const text = await client.post(PATH, { ...NOMINEE, id_proof_document: "id.png" });
  t.deepEqual(Object.keys(text.body as object), ["id_proof_document"]);
  t.is((await client.get(PATH)).status, 404, "nobody was named");
});

test("an admin verifies a nominee", async (t) => {
  const { client, id } = await named();
  const verified = await admin.client.post(`${PATH}${id}/approve/`);
  t.is(verified.status, 200, verified.raw);
  t.deepEqual(verified.body, { status: "verified" });
  const nominee = await client.get(PATH);
  const now = { kyc_status: "verified", kyc_verified_by: admin.id, kyc_rejection_reason: "" };
  t.like(nominee.body, now);
  t.regex(nominee.text("kyc_verified_at"), INSTANT);
});

test("a superuser rejects one, with a reason or without", async (t) => {
  const { client, id } = await named();
  const superuser = await newMember(world, "superuser");
  const bodies = [{ reason: "ID document is blurred" }, {}, undefined];
  for (const body of bodies) {
    const rejected = await superuser.client.post(`${PATH}${id}/reject/`, body);
    t.is(rejected.status, 200, rejected.raw);
    t.deepEqual(rejected.body, { status: "rejected" });
    const reason = body?.reason ?? "";
    const now = { kyc_status: "rejected", kyc_verified_by: superuser.id };
    t.like((await client.get(PATH)).body, { ...now, kyc_rejection_reason: reason });
  }
});

for (const verb of ["approve", "reject"] as const) {
  test(`after ${verb}, another id proof waits again and the review is cleared`, async (t) => {
    const { client, id } = await named();
    const before = await client.get(PATH);
    await admin.client.post(`${PATH}${id}/${verb}/`, { reason: "blurred" });
    const form = formOf({}, { id_proof_document: verb === "approve" ? PDF : JPEG });
    const again = await client.send("PATCH", PATH, form);
    t.is(again.status, 200, again.raw);
    t.like(again.body, { kyc_status: "pending", ...ID_PROOF, ...UNREVIEWED });
    t.not(again.text("id_proof_document"), before.text("id_proof_document"));
  });
}

test("a new address of a verified nominee changes nothing about the review", async (t) => {
  const { client, id } = await named();
  await admin.client.post(`${PATH}${id}/approve/`);
  const moved = await client.patch(PATH, { city: "Pune" });
  t.like(moved.body, { city: "Pune", kyc_status: "verified", kyc_verified_by: admin.id });
  const swapped = await client.patch(PATH, { full_name: "Somebody Else" });
  t.like(swapped.body, { kyc_status: "pending", ...UNREVIEWED });
});

test("only admins review, and only what is there", async (t) => {
  const { id } = await named();
  const nobody = await newMember(world);
  for (const verb of ["approve", "reject"]) {
    for (const role of ["user", "staff"] as const) {
      const refused = await (await newMember(world, role)).client.post(`${PATH}${id}/${verb}/`, {});
      t.is(refused.status, 403);
      const detail = "You do not have permission to perform this action.";
      t.deepEqual(refused.body, { detail });
    }
    for (const target of [nobody.id, 999_999, "abc"]) {
      const unknown = await admin.client.post(`${PATH}${target}/${verb}/`, {});
      t.is(unknown.status, 404);
      t.deepEqual(unknown.body, { detail: "Not found." });
    }
    t.is((await world.http.at(BASE).post(`${PATH}${id}/${verb}/`, {})).status, 401);
  }
});

test("nobody names or sees a nominee without a token", async (t) => {
  const http = world.http.at(BASE);
  const answers = [
    await http.get(PATH),
    await http.post(PATH, proven()),
    await http.put(PATH, NOMINEE),
    await http.patch(PATH, {}),
  ];
  for (const answer of answers) {
    t.is(answer.status, 401);
    t.deepEqual(answer.body, { detail: "Authentication credentials were not provided." });
  }
});
