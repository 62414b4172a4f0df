import { randomUUID } from "node:crypto";
import test from "ava";
import type { Answer } from "../../world/answer.js";
import { formOf, newMember, PDF, PNG } from "../../world/ev-papers.js";
import { BASE, type Member } from "../../world/ev.js";
import { openServiceWorld, type ServiceWorld } from "../../world/service.js";

let world: ServiceWorld;

test.before(async () => {
  world = await openServiceWorld({ RATE_LIMITS: "off" });
});

test.after.always(() => world.close());

const PATH = "/api/compliance/documents/";
const CERTIFICATE = {
  document_type: "tds_certificate",
  title: "TDS Certificate 2025-26",
  description: "Annual TDS certificate",
};

function upload(
  { client }: Member,
  fields: Readonly<Record<string, string | undefined>> = {},
  file: Buffer | undefined = PDF,
): Promise<Answer> {
  return client.post(PATH, formOf({ ...CERTIFICATE, ...fields }, { file }));
}

test("a document is uploaded, not verified, and to be had at its address", async (t) => {
  const member = await newMember(world);
  const sent = await upload(member);
  t.is(sent.status, 201, sent.raw);
  t.like(sent.body, { user: member.id, ...CERTIFICATE, is_verified: false });
  t.true(Number.isInteger(sent.at("id")));
  t.regex(sent.text("uploaded_at"), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  const address = `^${world.service.url}/ev/media/compliance/[0-9a-f-]{36}\\.pdf$`;
  t.regex(sent.text("file"), new RegExp(address));
  const paper = member.client.from(world.http);
  t.is((await paper.get(new URL(sent.text("file")).pathname)).raw, PDF.toString());
});

test("of each of the five types, and of no other", async (t) => {
  const member = await newMember(world);
  for (const document_type of [
    "tds_certificate",
    "pan_card",
    "aadhaar",
    "bank_statement",
    "other",
  ]) {
    const sent = await upload(member, { document_type, description: undefined });
    t.is(sent.status, 201, sent.raw);
    t.is(sent.at("document_type"), document_type);
  }
  const refused = await upload(member, { document_type: "passport" });
  t.is(refused.status, 400);
  t.deepEqual(refused.body, { document_type: ["Invalid choice"] });
});

test.serial("what is missing or no document is refused under its name", async (t) => {
  const member = await newMember(world);
  const nothing = await member.client.post(PATH, formOf({ other: "x" }));
  t.is(nothing.status, 400);
  t.deepEqual(nothing.body, {
    document_type: ["This field is required."],
    title: ["This field is required."],
    file: ["No file was submitted."],
  });
  const program = await upload(member, {}, Buffer.from("MZ program"));
  t.is(program.status, 400);
  t.deepEqual(program.body, {
    file: ["Unsupported file format. Supported formats: JPG, PNG, PDF."],
  });
  const large = await upload(member, {}, Buffer.concat([PNG, Buffer.alloc(20 * 1_048_576)]));
  t.is(large.status, 400);
  t.deepEqual(large.body, { file: ["File too large. Maximum file size is 20MB."] });
  t.is((await member.client.get(PATH)).at("count"), 0);
});

test.serial("a body far beyond any file is 413", async (t) => {
  const member = await newMember(world);
  const refused = await upload(member, {}, Buffer.alloc(42 * 1_048_576));
  t.is(refused.status, 413);
  t.is(typeof refused.at("detail"), "string");
});

test("a user lists their own documents, newest first, in pages", async (t) => {
  const [member, other] = [await newMember(world), await newMember(world)];
  for (const title of ["first", "second", "third"]) await upload(member, { title });
  await upload(other);
  const all = await member.client.get(PATH);
  t.like(all.body, { count: 3, next: null, previous: null });
  const titles = all.list("results").map((row) => (row as { readonly title: string }).title);
  t.deepEqual(titles, ["third", "second", "first"]);
  const last = await member.client.get(`${PATH}?page=2&page_size=2`);
  t.is(last.at("results.0.title"), "first");
  t.is(last.at("previous"), `${world.service.url}/ev${PATH}?page_size=2`);
  t.is((await member.client.get(`${PATH}?page=3&page_size=2`)).status, 404);
  const superior = (await newMember(world, "staff")).client;
  t.is((await superior.get(PATH)).at("count"), 0, "staff see their own");
});

test("a repeat under one key uploads once", async (t) => {
  const { client } = await newMember(world);
  const key = { "idempotency-key": randomUUID() };
  const form = () => formOf(CERTIFICATE, { file: PDF });
  const first = await client.post(PATH, form(), key);
  const repeat = await client.post(PATH, form(), key);
  t.is(first.status, 201);
  t.is(repeat.raw, first.raw);
  t.is((await client.get(PATH)).at("count"), 1);
});

test("an admin verifies a document, an extension", async (t) => {
  const member = await newMember(world);
  const id = (await upload(member)).number("id");
  const admin = await newMember(world, "admin");
  for (const time of ["first", "second"]) {
    const verified = await admin.client.post(`${PATH}${id}/verify/`);
    t.is(verified.status, 200, time);
    t.like(verified.body, { id, user: member.id, is_verified: true });
  }
  t.is((await member.client.get(PATH)).at("results.0.is_verified"), true);
});

test("nobody else does, nor what is not there", async (t) => {
  const member = await newMember(world);
  const id = (await upload(member)).number("id");
  for (const role of ["user", "staff"] as const) {
    const refused = await (await newMember(world, role)).client.post(`${PATH}${id}/verify/`);
    t.is(refused.status, 403);
  }
  t.is((await member.client.post(`${PATH}${id}/verify/`)).status, 403);
  const admin = await newMember(world, "admin");
  for (const unknown of [999_999, "abc"]) {
    t.is((await admin.client.post(`${PATH}${unknown}/verify/`)).status, 404);
  }
  const http = world.http.at(BASE);
  for (const answer of [
    await http.post(`${PATH}${id}/verify/`),
    await http.post(PATH, formOf(CERTIFICATE, { file: PDF })),
    await http.get(PATH),
  ]) {
    t.is(answer.status, 401);
  }
});

test("an admin lists everybody's, and so finds what is to be verified", async (t) => {
  const [member, admin] = [await newMember(world), await newMember(world, "admin")];
  const sent = await upload(member);
  const before = await admin.client.get(`${PATH}?page_size=100`);
  const listed = before.list("results") as readonly { readonly id: number; user: number }[];
  t.is(listed.find(({ id }) => id === sent.at("id"))?.user, member.id);
  t.is(before.at("count"), listed.length);
  const verified = await admin.client.post(`${PATH}${sent.number("id")}/verify/`);
  t.is(verified.at("is_verified"), true, verified.raw);
  t.is((await member.client.get(PATH)).at("results.0.is_verified"), true);
});
