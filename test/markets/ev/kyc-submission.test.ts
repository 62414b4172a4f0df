import { randomUUID } from "node:crypto";
import test from "ava";
import { ERASED } from "../../../src/kernel/event-catalogue.js";
import type { KycSubmitted } from "../../../src/modules/kyc/events.js";
import { kycs } from "../../../src/modules/kyc/kyc.js";
import {
  accountIdOf,
  formOf,
  JPEG,
  KYC,
  KYC_FILES,
  newMember,
  PNG,
  submitKyc,
} from "../../world/ev-papers.js";
import { admin, BASE } from "../../world/ev.js";
import { openServiceWorld, type ServiceWorld } from "../../world/service.js";

let world: ServiceWorld;

test.before(async () => {
  world = await openServiceWorld({ RATE_LIMITS: "off" });
});

test.after.always(() => world.close());

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

function paperAt(folder: string, extension: string): RegExp {
  return new RegExp(`^${world.service.url}/ev/media/kyc/${folder}/[0-9a-f-]{36}\\.${extension}$`);
}

test("KYC is submitted as a form, waits, and is in the profile", async (t) => {
  const member = await newMember(world);
  const sent = await submitKyc(member);
  t.is(sent.status, 201, sent.raw);
  const { pan_document, aadhaar_front, aadhaar_back, bank_passbook, ...rest } = sent.body as Record<
    string,
    string
  >;
  const { submitted_at, ...stated } = rest;
  t.deepEqual<object, object>(stated, {
    id: member.id,
    user: member.id,
    status: "pending",
    ...KYC,
    reviewed_at: null,
    reviewed_by: null,
    rejection_reason: "",
  });
  t.regex(String(submitted_at), INSTANT);
  t.regex(String(pan_document), paperAt("pan", "jpg"));
  t.regex(String(aadhaar_front), paperAt("aadhaar", "png"));
  t.regex(String(aadhaar_back), paperAt("aadhaar", "jpg"));
  t.regex(String(bank_passbook), paperAt("bank_passbook", "pdf"));
  const profile = await member.client.get("/api/users/profile/");
  t.is(profile.at("kyc_status"), "pending");
  const listed = await (await admin(world)).client.get(`/api/users/${member.id}/`);
  t.is(listed.at("kyc_status"), "pending");
});

test("country and second address line may be left out, letters be small", async (t) => {
  const member = await newMember(world);
  const left = { country: undefined, address_line2: undefined, pan_number: "abcde1234f" };
  const sent = await submitKyc(member, left);
  t.is(sent.status, 201, sent.raw);
  t.like(sent.body, { country: "India", address_line2: null, pan_number: "ABCDE1234F" });
});

test("nothing at all is refused field by field", async (t) => {
  const member = await newMember(world);
  for (const empty of [formOf({ other: "x" }), {}]) {
    const refused = await member.client.post("/api/users/kyc/", empty);
    t.is(refused.status, 400);
    const { country: _country, address_line2: _line2, ...required } = KYC;
    const fields = Object.keys(required).map((name) => [name, ["This field is required."]]);
    const files = Object.keys(KYC_FILES).map((name) => [name, ["No file was submitted."]]);
    t.deepEqual(refused.body, Object.fromEntries([...fields, ...files]));
  }
});

const WRONG = {
  pan_number: ["ABCDE12345", "ABCD1234F", "12345ABCDF", "ABCDE1234FX"],
  aadhaar_number: ["12345678901", "1234567890123", "12345678901x"],
  ifsc_code: ["SBIN1001234", "SBI0001234", "SBIN00012345"],
  pincode: ["40000", "4000011", "4000O1"],
  account_number: ["12345", "12 34 56 78", "abcdefgh"],
  city: ["", "   ", "x".repeat(101)],
};

for (const [field, values] of Object.entries(WRONG)) {
  test(`a wrong ${field} is refused under its name`, async (t) => {
    const member = await newMember(world);
    for (const value of values) {
      const refused = await submitKyc(member, { [field]: value });
      t.is(refused.status, 400, value);
      t.deepEqual(Object.keys(refused.body as object), [field], value);
      t.is(refused.list(field).length, 1);
    }
    t.is((await submitKyc(member)).status, 201, "nothing was submitted before");
  });
}

test("a paper is what its bytes are, a picture or a PDF", async (t) => {
  const member = await newMember(world);
  const programs = [Buffer.from("MZ program"), Buffer.from("<svg/>"), Buffer.from("GIF89a")];
  for (const bytes of programs) {
    const refused = await submitKyc(member, {}, { aadhaar_back: bytes });
    t.is(refused.status, 400);
    const message = "Unsupported file format. Supported formats: JPG, PNG, PDF.";
    t.deepEqual(refused.body, { aadhaar_back: [message] });
  }
  const text = await submitKyc(member, { pan_document: "pan.jpg" }, { pan_document: undefined });
  t.is(text.status, 400);
  t.deepEqual(Object.keys(text.body as object), ["pan_document"]);
});

test.serial("a paper of twenty megabytes is taken, one byte more is not", async (t) => {
  const member = await newMember(world);
  const most = Buffer.concat([PNG, Buffer.alloc(20 * 1_048_576 - PNG.length)]);
  const more = Buffer.concat([most, Buffer.alloc(1)]);
  const refused = await submitKyc(member, {}, { pan_document: more, bank_passbook: more });
  t.is(refused.status, 400);
  const message = "File too large. Maximum file size is 20MB.";
  t.deepEqual(refused.body, { pan_document: [message], bank_passbook: [message] });
  t.is((await submitKyc(member, {}, { pan_document: most })).status, 201);
});

test("a second submission is refused while the first waits, and leaves no papers", async (t) => {
  const member = await newMember(world);
  await submitKyc(member);
  const again = await submitKyc(member);
  t.is(again.status, 400);
  t.deepEqual(again.body, { non_field_errors: ["KYC already submitted"] });
  const kept = await world.service.foundation.database.rows(
    "SELECT id FROM ops.files WHERE owner = $1",
    [await accountIdOf(world, member)],
  );
  t.is(kept.length, 4);
});

test("a repeat under one key gets the first answer", async (t) => {
  const member = await newMember(world);
  const key = { "idempotency-key": randomUUID() };
  const first = await member.client.post("/api/users/kyc/", formOf(KYC, KYC_FILES), key);
  const repeat = await member.client.post("/api/users/kyc/", formOf(KYC, KYC_FILES), key);
  t.is(first.status, 201);
  t.is(repeat.raw, first.raw);
  const other = formOf(KYC, { ...KYC_FILES, pan_document: Buffer.concat([JPEG, JPEG]) });
  t.is((await member.client.post("/api/users/kyc/", other, key)).status, 409);
});

test("nobody submits without a token", async (t) => {
  const http = world.http.at(BASE);
  for (const client of [http, http.as("forged")]) {
    const refused = await client.post("/api/users/kyc/", formOf(KYC, KYC_FILES));
    t.is(refused.status, 401);
    t.deepEqual(refused.body, { detail: "Authentication credentials were not provided." });
  }
});

test("without the person's key neither statements nor papers can be read", async (t) => {
  const member = await newMember(world);
  const sent = await submitKyc(member);
  const paper = member.client.from(world.http).at(new URL(sent.text("pan_document")).pathname);
  t.is((await paper.get("")).status, 200);
  const { eventLog, vault } = world.service.foundation;
  const accountId = await accountIdOf(world, member);
  await vault.erase(accountId);
  const history = await eventLog.history(kycs, accountId);
  const stated = history.flatMap(({ data }) => Object.values((data as KycSubmitted).details));
  t.true(stated.length > 0);
  t.deepEqual(
    stated.filter((text) => text !== null && text !== ERASED),
    [],
  );
  t.is((await paper.get("")).status, 404);
});
