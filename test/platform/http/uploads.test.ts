import { randomUUID } from "node:crypto";
import { request, type ClientRequest, type IncomingMessage } from "node:http";
import test from "ava";
import { eventually } from "../../world/eventually.js";
import { databaseOf, startService, type Service } from "./service.js";

const database = databaseOf(test);

const PNG = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");

function padded(size: number): Buffer {
  return Buffer.concat([PNG, Buffer.alloc(size - PNG.length)]);
}

function pictureForm(file: Buffer): FormData {
  const form = new FormData();
  form.set("title", "a lamp");
  form.set("picture", new File([new Uint8Array(file)], "lamp.exe", { type: "image/png" }));
  return form;
}

async function send(
  service: Service,
  file: Buffer,
  headers: Record<string, string> = {},
): Promise<{ status: number; text: string; replayed: string | null }> {
  const init = { method: "POST", body: pictureForm(file), headers };
  const response = await fetch(`${service.url}/bazaar/v1/pictures`, init);
  const replayed = response.headers.get("idempotent-replayed");
  return { status: response.status, text: await response.text(), replayed };
}

test("a file comes with its fields, its type read off its bytes", async (t) => {
  const service = await startService(t, { database: database() });
  const { status, text } = await send(service, PNG);
  t.is(status, 200, text);
  const expected = { name: "lamp.exe", type: "image/png", size: 16 };
  t.like(JSON.parse(text), { title: "a lamp", picture: expected });
});

test("what only calls itself a picture is refused", async (t) => {
  const service = await startService(t, { database: database() });
  const { status, text } = await send(service, Buffer.from("MZ program"));
  t.is(status, 422);
  t.regex(text, /"field":"picture"/);
});

test("a repeat under one key is known by the file's bytes, not by the boundary", async (t) => {
  const service = await startService(t, { database: database() });
  const headers = { "x-idempotency-key": randomUUID() };
  const first = await send(service, PNG, headers);
  const repeat = await send(service, PNG, headers);
  t.deepEqual(repeat, { ...first, replayed: "true" });
  t.is((await send(service, Buffer.concat([PNG, PNG]), headers)).status, 409);
});

test("a file beyond the limit is refused by its field, a form beyond measure is 413", async (t) => {
  const config = { uploadLimit: 2_000, jsonLimit: 1_000 };
  const service = await startService(t, { database: database(), config });
  t.is((await send(service, padded(2_000))).status, 200);
  const beyond = await send(service, padded(2_001));
  t.is(beyond.status, 422);
  t.regex(beyond.text, /"field":"picture","message":"the file is too large"/);
  t.is((await send(service, padded(6_000))).status, 413);
  const chunked = new Blob([`--x\r\n`, "y".repeat(3_000), "z".repeat(3_000)]).stream();
  const init = {
    method: "POST",
    body: chunked,
    duplex: "half",
    headers: { "content-type": "multipart/form-data; boundary=x" },
  } as RequestInit;
  t.is((await fetch(`${service.url}/bazaar/v1/pictures`, init)).status, 413);
});

test("texts beyond the limit of a body are 413", async (t) => {
  const config = { uploadLimit: 20_000, jsonLimit: 1_000 };
  const service = await startService(t, { database: database(), config });
  const form = pictureForm(PNG);
  form.set("title", "x".repeat(600));
  form.set("more", "x".repeat(600));
  const init = { method: "POST", body: form };
  t.is((await fetch(`${service.url}/bazaar/v1/pictures`, init)).status, 413);
});

test("only the route's own file fields are taken, and only if a file was chosen", async (t) => {
  const service = await startService(t, { database: database() });
  const form = pictureForm(PNG);
  form.set("other", new File(["x"], "other.txt"));
  const url = `${service.url}/bazaar/v1/pictures`;
  t.is((await fetch(url, { method: "POST", body: form })).status, 200);
  form.set("picture", new File([], ""));
  const none = await fetch(url, { method: "POST", body: form });
  t.is(none.status, 422);
  t.regex(await none.text(), /"message":"a file is required"/);
});

test("a broken form is 400", async (t) => {
  const service = await startService(t, { database: database() });
  for (const type of ["multipart/form-data", "multipart/form-data; boundary=x"]) {
    const headers = { "content-type": type };
    const broken = { method: "POST", body: "--x\r\nhalf a part", headers };
    t.is((await fetch(`${service.url}/bazaar/v1/pictures`, broken)).status, 400, type);
  }
});

/** Begins an upload of so many bytes and sends nothing of it yet. */
function begin(service: Service, length: number): [ClientRequest, Promise<IncomingMessage>] {
  const headers = {
    "content-type": "multipart/form-data; boundary=x",
    "content-length": length,
  };
  const begun = request(`${service.url}/bazaar/v1/pictures`, { method: "POST", headers });
  const answered = new Promise<IncomingMessage>((resolve, refuse) => {
    begun.on("response", resolve).on("error", refuse);
  });
  begun.flushHeaders();
  return [begun, answered];
}

test("uploads beyond the memory that there is for them come again later", async (t) => {
  const config = { uploadLimit: 2_000, jsonLimit: 1_000, uploadsInFlight: 4_000 };
  const service = await startService(t, { database: database(), config });
  t.is((await send(service, PNG)).status, 200);
  const [first, answered] = begin(service, 3_900);
  const refused = await eventually("the first takes its room", async () => {
    const body = pictureForm(PNG);
    const answer = await fetch(`${service.url}/bazaar/v1/pictures`, { method: "POST", body });
    await answer.text();
    return answer.status === 200 ? undefined : answer;
  });
  t.is(refused.status, 503);
  t.is(refused.headers.get("retry-after"), "2");
  first.end(Buffer.alloc(3_900));
  t.is((await answered).statusCode, 400, "no form, but it was read");
  t.is((await send(service, PNG)).status, 200, "its room is free again");
  const [gone, broken] = begin(service, 3_900);
  gone.destroy();
  await t.throwsAsync(broken);
  const again = await eventually("one that broke off leaves its room", async () => {
    const { status } = await send(service, PNG);
    return status === 200 ? status : undefined;
  });
  t.is(again, 200);
});

test("an upload for which there is never room enough is taken alone", async (t) => {
  const service = await startService(t, { database: database(), config: { uploadsInFlight: 1 } });
  t.is((await send(service, PNG)).status, 200);
});
