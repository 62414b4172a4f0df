import test from "ava";
import { newMember, submitKyc } from "../../world/ev-papers.js";
import { BASE, type Member } from "../../world/ev.js";
import { openServiceWorld, type ServiceWorld } from "../../world/service.js";

let world: ServiceWorld;
let admin: Member;

test.before(async () => {
  world = await openServiceWorld({ RATE_LIMITS: "off" });
  admin = await newMember(world, "admin");
});

test.after.always(() => world.close());

const NO_PERMISSION = { detail: "You do not have permission to perform this action." };
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

async function submitted(): Promise<Member> {
  const member = await newMember(world);
  await submitKyc(member);
  return member;
}

test("an admin approves a submission, which the owner sees in record and profile", async (t) => {
  const member = await submitted();
  const approved = await admin.client.post(`/api/users/kyc/${member.id}/approve/`);
  t.is(approved.status, 200, approved.raw);
  t.deepEqual(approved.body, { status: "approved" });
  const record = await member.client.get("/api/users/kyc/");
  t.like(record.body, { status: "approved", reviewed_by: admin.id, rejection_reason: "" });
  t.regex(record.text("reviewed_at"), INSTANT);
  t.is((await member.client.get("/api/users/profile/")).at("kyc_status"), "approved");
  const again = await submitKyc(member);
  t.deepEqual(again.body, { non_field_errors: ["KYC already submitted"] });
});

test("a superuser rejects one with a reason, and the owner may submit again", async (t) => {
  const member = await submitted();
  const superuser = await newMember(world, "superuser");
  const reason = "PAN document is not clear";
  const path = `/api/users/kyc/${member.id}/reject/`;
  const rejected = await superuser.client.post(path, { reason });
  t.is(rejected.status, 200, rejected.raw);
  t.deepEqual(rejected.body, { status: "rejected" });
  const before = await member.client.get(`/api/users/kyc/${member.id}/`);
  t.like(before.body, { status: "rejected", reviewed_by: superuser.id, rejection_reason: reason });
  t.is((await member.client.get("/api/users/profile/")).at("kyc_status"), "rejected");

  const again = await submitKyc(member, { pan_number: "VWXYZ6789Q" });
  t.is(again.status, 201, again.raw);
  t.like(again.body, {
    status: "pending",
    pan_number: "VWXYZ6789Q",
    reviewed_at: null,
    reviewed_by: null,
    rejection_reason: "",
  });
  t.not(again.text("pan_document"), before.text("pan_document"), "the papers are new ones");
});

test("a rejection says why", async (t) => {
  const member = await submitted();
  const path = `/api/users/kyc/${member.id}/reject/`;
  for (const body of [undefined, {}]) {
    const refused = await admin.client.post(path, body);
    t.is(refused.status, 400);
    t.deepEqual(refused.body, { reason: ["This field is required."] });
  }
  const blank = await admin.client.post(path, { reason: " " });
  t.deepEqual(blank.body, { reason: ["This field may not be blank."] });
  t.is((await member.client.get("/api/users/kyc/")).at("status"), "pending");
});

test("a decision may be corrected", async (t) => {
  const member = await submitted();
  const path = `/api/users/kyc/${member.id}`;
  await admin.client.post(`${path}/reject/`, { reason: "blurred" });
  await admin.client.post(`${path}/approve/`);
  const record = await member.client.get("/api/users/kyc/");
  t.like(record.body, { status: "approved", rejection_reason: "" });
});

for (const role of ["user", "staff"] as const) {
  test(`${role} neither approves nor rejects, not even what they may not see`, async (t) => {
    const { client, id: own } = await newMember(world, role);
    const { id } = await submitted();
    for (const target of [id, own, 999_999]) {
      const approved = await client.post(`/api/users/kyc/${target}/approve/`);
      const rejected = await client.post(`/api/users/kyc/${target}/reject/`, { reason: "no" });
      for (const refused of [approved, rejected]) {
        t.is(refused.status, 403);
        t.deepEqual(refused.body, NO_PERMISSION);
      }
    }
    t.is((await admin.client.get(`/api/users/kyc/${id}/`)).at("status"), "pending");
  });
}

test("what is not there is not reviewed, nor by nobody", async (t) => {
  const { id } = await newMember(world);
  for (const target of [id, 999_999, "abc"]) {
    const approved = await admin.client.post(`/api/users/kyc/${target}/approve/`);
    const rejected = await admin.client.post(`/api/users/kyc/${target}/reject/`, { reason: "no" });
    for (const refused of [approved, rejected]) {
      t.is(refused.status, 404);
      t.deepEqual(refused.body, { detail: "Not found." });
    }
  }
  const http = world.http.at(BASE);
  t.is((await http.post("/api/users/kyc/1/approve/")).status, 401);
  t.is((await http.post("/api/users/kyc/1/reject/", { reason: "no" })).status, 401);
});
