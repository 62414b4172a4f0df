import { get } from "node:http";
import { Validator } from "@seriousme/openapi-schema-validator";
import test from "ava";
import { EV } from "../../world/ev-document.js";
import { openServiceWorld, type ServiceWorld } from "../../world/service.js";

let world: ServiceWorld;

test.before(async () => {
  world = await openServiceWorld({ RATE_LIMITS: "off" });
});

test.after.always(() => world.close());

interface Page {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

/** A page below the market's base, or with its own host name at the root. */
function page(place: "base" | "host", path: string): Promise<Page> {
  const { port } = new URL(world.service.url);
  const host = place === "host" ? `ev.localhost:${port}` : `127.0.0.1:${port}`;
  const below = place === "host" || path.startsWith("/assets/") ? path : `/ev${path}`;
  return new Promise((resolve, reject) => {
    get({ host: "127.0.0.1", port, path: below, headers: { host } }, (response) => {
      response.setEncoding("utf8");
      let text = "";
      response.on("data", (chunk: string) => (text += chunk));
      const { statusCode: status = 0, headers } = response;
      response.on("end", () => resolve({ status, type: headers["content-type"] ?? "", text }));
    }).on("error", reject);
  });
}

interface Operation {
  readonly tags: readonly string[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { schema: object }>> };
  readonly responses: Readonly<
    Record<string, { readonly content: Readonly<Record<string, { readonly examples?: object }>> }>
  >;
}

interface OpenApi {
  readonly openapi: string;
  readonly servers: readonly { readonly url: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

async function openApi(place: "base" | "host"): Promise<OpenApi> {
  return JSON.parse((await page(place, "/openapi.json")).text) as OpenApi;
}

for (const place of ["base", "host"] as const) {
  test(`the OpenAPI document at the ${place} is valid 3.1 and has every route`, async (t) => {
    const document = await openApi(place);
    const validation = await new Validator().validate(structuredClone({ ...document }));
    t.true(validation.valid, JSON.stringify(validation.errors));
    t.is(document.openapi, "3.1.0");
    const operations = Object.values(document.paths).flatMap((path) => Object.keys(path));
    t.is(operations.length, EV.routes.length);
    const [server] = document.servers;
    const root = new URL(server?.url ?? "", world.service.url);
    t.true(["/ev", "/"].includes(root.pathname), server?.url);
  });

  test(`Swagger UI and ReDoc answer at the ${place}, with all they load`, async (t) => {
    for (const path of ["/docs", "/redoc"]) {
      const viewer = await page(place, path);
      t.is(viewer.status, 200, path);
      t.regex(viewer.type, /^text\/html/);
      const [document = ""] = /(?:\/ev)?\/openapi\.json/.exec(viewer.text) ?? [];
      t.is((await page("host", document.replace(/^\/ev/, ""))).status, 200, "what it shows");
      const files = [...viewer.text.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)];
      t.true(files.length > 0);
      for (const [, file = ""] of files) t.is((await page(place, file)).status, 200, file);
    }
  });

  test(`the Postman collection at the ${place} has a request for every route`, async (t) => {
    const collection = await page(place, "/postman.json");
    t.is(collection.status, 200);
    const { item } = JSON.parse(collection.text) as {
      readonly item: readonly { readonly item: readonly { readonly name: string }[] }[];
    };
    const names = item.flatMap((folder) => folder.item.map(({ name }) => name));
    const summaries = EV.routes.map(({ summary }) => summary);
    t.deepEqual(names.toSorted(), summaries.toSorted());
  });
}

test("every documented answer stands beside its operation as an example", async (t) => {
  const { paths } = await openApi("base");
  for (const [operation, answers] of Object.entries(EV.documented ?? {})) {
    const [method = "", path = ""] = operation.split(" ");
    const described = paths[path.replaceAll(/:(\w+)/g, "{$1}")]?.[method.toLowerCase()];
    for (const { status, body } of answers) {
      const told = described?.responses[String(status)]?.content["application/json"]?.examples;
      const values = Object.values(told ?? {}).map(
        ({ value }: { readonly value: object }) => value,
      );
      t.true(
        values.some((value) => JSON.stringify(value) === JSON.stringify(body)),
        `${operation}: ${status}`,
      );
    }
  }
});

test("uploads are told to come as forms with binary files", async (t) => {
  const { paths } = await openApi("base");
  for (const { method, path, multipart = [] } of EV.routes) {
    if (multipart.length === 0) continue;
    const { requestBody } = paths[path]?.[method.toLowerCase()] ?? {};
    const schema = requestBody?.content["multipart/form-data"]?.schema;
    for (const field of multipart) {
      t.regex(JSON.stringify(schema), new RegExp(`"${field}":\\{[^}]*"format":"binary"`), path);
    }
  }
});
