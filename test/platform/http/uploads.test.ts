import { randomUUID } from "node:crypto";
import test from "ava";
import { databaseOf, startService, type Service } from "./service.js";

const database = databaseOf(test);

const PNG = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");

async function send(
  service: Service,
  file: Buffer,
  headers: Record<string, string> = {},
): Promise<{ status: number; text: string; replayed: string | null }> {
  const form = new FormData();
  form.set("title", "a lamp");
  form.set("picture", new File([new Uint8Array(file)], "lamp.exe", { type: "image/png" }));
  const init = { method: "POST", body: form, headers };
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

test("a form beyond the limit is 413, a broken one 400", async (t) => {
  const config = { uploadLimit: 2_000 };
  const service = await startService(t, { database: database(), config });
  t.is((await send(service, Buffer.concat([PNG, Buffer.alloc(3_000)]))).status, 413);
  const chunked = new Blob([`--x\r\n`, "y".repeat(1_500), "z".repeat(1_500)]).stream();
  const init = {
    method: "POST",
    body: chunked,
    duplex: "half",
    headers: { "content-type": "multipart/form-data; boundary=x" },
  } as RequestInit;
  t.is((await fetch(`${service.url}/bazaar/v1/pictures`, init)).status, 413);
  for (const type of ["multipart/form-data", "multipart/form-data; boundary=x"]) {
    const headers = { "content-type": type };
    const broken = { method: "POST", body: "--x\r\nhalf a part", headers };
    t.is((await fetch(`${service.url}/bazaar/v1/pictures`, broken)).status, 400, type);
  }
});
