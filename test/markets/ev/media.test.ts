import { randomUUID } from "node:crypto";
import { request, type IncomingMessage } from "node:http";
import { buffer, json } from "node:stream/consumers";
import test from "ava";
import {
  ID_PROOF,
  formOf,
  newMember,
  NOMINEE,
  PDF,
  PNG,
  submitKyc,
} from "../../world/ev-papers.js";
import { BASE } from "../../world/ev.js";
import { openServiceWorld, type ServiceWorld } from "../../world/service.js";

let world: ServiceWorld;

test.before(async () => {
  world = await openServiceWorld({ RATE_LIMITS: "off" });
});

test.after.always(() => world.close());

test("a paper comes as it was sent, for download, kept by nobody on the way", async (t) => {
  const member = await newMember(world);
  const record = await submitKyc(member);
  const { pathname } = new URL(record.text("bank_passbook"));
  const paper = await member.client.from(world.http).get(pathname);
  t.is(paper.status, 200);
  t.is(paper.raw, PDF.toString());
  const expected = {
    "content-type": "application/pdf",
    "content-disposition": `attachment; filename="${pathname.split("/").at(-1)}"`,
    "cache-control": "private, no-store",
    "content-security-policy": "default-src 'none'; sandbox",
    "x-content-type-options": "nosniff",
  };
  for (const [name, value] of Object.entries(expected)) t.is(paper.headers.get(name), value, name);
});

/** A GET with a host name of its own, which fetch would not send. */
function getAt(host: string, path: string, token: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const headers = { host, authorization: `Bearer ${token}` };
    const { port } = world.service;
    request({ host: "127.0.0.1", port, path, headers }, resolve).on("error", reject).end();
  });
}

test("at the root of the market's own host, too, which the addresses then name", async (t) => {
  const { client, access } = await newMember(world);
  const form = formOf({ ...NOMINEE, ...ID_PROOF }, { id_proof_document: PNG });
  await client.post("/api/users/nominee/", form);
  const host = `ev.localhost:${world.service.port}`;
  const nominee = await json(await getAt(host, "/api/users/nominee/", access));
  const address = new URL(String((nominee as Record<string, unknown>)["id_proof_document"]));
  t.is(address.host, host);
  t.regex(address.pathname, /^\/media\/nominee\/id_proof\//);
  const paper = await getAt(host, address.pathname, access);
  t.is(paper.statusCode, 200);
  t.deepEqual(await buffer(paper), PNG);
});

test("without a token there is nothing to see", async (t) => {
  const record = await submitKyc(await newMember(world));
  const { pathname } = new URL(record.text("pan_document"));
  const refused = await world.http.get(pathname);
  t.is(refused.status, 401);
  t.deepEqual(refused.body, { detail: "Authentication credentials were not provided." });
});

test("what is not there is not found, whatever it is called", async (t) => {
  const member = await newMember(world, "admin");
  const record = await submitKyc(member);
  const name = record.text("pan_document").split("/").at(-1) ?? "";
  const there = member.client.from(world.http.at(BASE));
  t.is((await there.get(`/media/kyc/pan/${name}`)).status, 200);
  const paths = [
    `/media/kyc/pan/${randomUUID()}.jpg`,
    `/media/kyc/pan/${name.replace(".jpg", ".pdf")}`,
    `/media/kyc/pan/${name.replace(".jpg", "")}`,
    `/media/kyc/pan/..%2f..%2fetc%2fpasswd`,
    `/media/kyc/pan/%00.jpg`,
    `/media/kyc/pan/`,
    `/media/kyc/${name}`,
    // There, but in another folder.
    ...["kyc/aadhaar", "kyc/bank_passbook", "nominee/id_proof", "compliance"].map(
      (folder) => `/media/${folder}/${name}`,
    ),
    `/media/`,
  ];
  for (const path of paths) {
    const answer = await member.client.from(world.http.at(BASE)).get(path);
    t.is(answer.status, path.includes("%00") ? 400 : 404, path);
  }
});
