import test from "ava";
import { Validator } from "@seriousme/openapi-schema-validator";
import { BAZAAR } from "./bazaar.js";
import { call } from "./client.js";
import { databaseOf, startService } from "./service.js";

const database = databaseOf(test);

interface Operation {
  readonly parameters: readonly { readonly name: string; readonly in: string }[];
  readonly responses: Readonly<
    Record<string, { readonly content: Readonly<Record<string, { readonly examples?: object }>> }>
  >;
  readonly security: readonly unknown[];
}

interface OpenApi {
  readonly openapi: string;
  readonly servers: readonly { readonly url: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

interface Saved {
  readonly name: string;
  readonly response: readonly {
    readonly name: string;
    readonly code: number;
    readonly status: string;
    readonly body: string;
  }[];
}

const STATUSES = ["200", "400", "401", "403", "404", "409", "422", "429", "503"];

test("the OpenAPI document is valid 3.1 and has every route", async (t) => {
  const service = await startService(t, { database: database() });
  const answer = await call(service, "/openapi.json");
  t.is(answer.status, 200);
  const validation = await new Validator().validate(structuredClone(answer.json));
  t.true(validation.valid, JSON.stringify(validation.errors));
  const document = answer.json as object as OpenApi;
  t.is(document.openapi, "3.1.0");
  t.deepEqual(document.servers, [{ url: "/bazaar/v1" }]);
  const operations = Object.values(document.paths).flatMap((path) => Object.keys(path));
  t.is(operations.length, BAZAAR.routes.length);
});

test("an operation tells its parameters, its key, its refusals and who may call", async (t) => {
  const service = await startService(t, { database: database() });
  const { json } = await call(service, "/openapi.json");
  const { paths } = json as object as OpenApi;
  const jar = paths["/jars/{id}"]?.["post"];
  t.deepEqual(
    jar?.parameters.map(({ name, in: place }) => [name, place]),
    [
      ["id", "path"],
      ["X-Idempotency-Key", "header"],
    ],
  );
  t.deepEqual(Object.keys(jar?.responses ?? {}), STATUSES);
  t.deepEqual(jar?.security, [{ bearer: [] }]);
  t.deepEqual(paths["/ping"]?.["get"]?.security, []);
});

test("what the market's document prints stands beside the schemas as examples", async (t) => {
  const service = await startService(t, { database: database() });
  const { json } = await call(service, "/openapi.json");
  const { paths } = json as object as OpenApi;
  const examples = (path: string, method: string, status: string) =>
    paths[path]?.[method]?.responses[status]?.content["application/json"]?.examples;
  t.deepEqual(examples("/vault", "get", "200"), { documented: { value: { gold: 1 } } });
  t.deepEqual(examples("/vault", "get", "403"), {
    documented: { description: "The document prints no body.", value: { success: false } },
  });
  t.deepEqual(examples("/things", "post", "200"), {
    "made-now": { summary: "Made now", value: { id: "uuid" } },
    "made-before": { summary: "Made before", value: { id: "uuid", old: true } },
  });
  t.is(examples("/ping", "get", "200"), undefined, "nothing is printed");
});

test("the viewers and their files are served under policies of their own", async (t) => {
  const service = await startService(t, { database: database() });
  for (const path of ["/docs", "/docs/", "/redoc"]) {
    const page = await call(service, path);
    t.is(page.status, 200, path);
    t.regex(page.headers.get("content-type") ?? "", /^text\/html/);
    t.regex(page.headers.get("content-security-policy") ?? "", /script-src 'self'/);
    t.regex(page.text, /\/bazaar\/v1\/openapi\.json/);
    const files = [...page.text.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)];
    t.true(files.length > 0);
    for (const [, file] of files) {
      const asset = await call(service, `/${file ?? ""}`);
      t.is(asset.status, 200, file);
      t.true(asset.text.length > 100, file);
    }
  }
});

test("the Postman collection has a request for every route", async (t) => {
  const service = await startService(t, { database: database() });
  const { json } = await call(service, "/postman.json");
  const folders = json["item"] as readonly { readonly item: readonly { name: string }[] }[];
  const names = folders.flatMap(({ item }) => item.map(({ name }) => name));
  t.deepEqual(names.toSorted(), BAZAAR.routes.map(({ summary }) => summary).toSorted());
  const [base] = json["variable"] as readonly { value: string }[];
  t.is(base?.value, `${service.url}/bazaar/v1`);
});

test("the Postman collection keeps the printed answers beside their requests", async (t) => {
  const service = await startService(t, { database: database() });
  const { json } = await call(service, "/postman.json");
  const folders = json["item"] as readonly { readonly item: readonly Saved[] }[];
  const vault = folders.flatMap(({ item }) => item).find(({ name }) => /one role/.test(name));
  t.deepEqual(
    vault?.response.map(({ name, code, status, body }) => [name, code, status, JSON.parse(body)]),
    [
      ["200", 200, "OK", { gold: 1 }],
      ["403", 403, "Forbidden", { success: false }],
    ],
  );
});

test("the front page links every surface's documentation", async (t) => {
  const service = await startService(t, { database: database() });
  const page = await call(service, "//");
  t.is(page.status, 200);
  const links = [...page.text.matchAll(/href="(\/[^"]*)"/g)].map(([, path]) => path ?? "");
  t.true(links.includes("/bazaar/v1/docs"));
  for (const path of links) t.is((await call(service, `/${path}`)).status, 200, path);
});

test("metrics count requests by market, route and status", async (t) => {
  const service = await startService(t, { database: database() });
  await call(service, "/ping");
  await call(service, "/me");
  const { text } = await call(service, "//metrics");
  t.regex(text, /requests_total\{market="bazaar",route="GET \/ping",status="200"\} 1/);
  t.regex(text, /requests_total\{market="bazaar",route="GET \/me",status="401"\} 1/);
  t.regex(text, /http_request_seconds_count\{market="bazaar",route="GET \/ping"\} 1/);
});
