import { randomUUID } from "node:crypto";
import test from "ava";
import { GatewayUnavailable } from "../../../src/kernel/gateway.js";
import { DatabaseUnavailable } from "../../../src/platform/database/unavailable.js";
import { LogUnavailable } from "../../../src/platform/eventlog/log-unavailable.js";
import { asUnavailable } from "../../../src/platform/http/failures.js";
import { eventually } from "../../world/eventually.js";
import { call } from "./client.js";
import { databaseOf, startService } from "./service.js";
import { wireTo } from "./wire.js";

const database = databaseOf(test);

test("each store's absence is a 503, a bug is none", (t) => {
  for (const error of [
    new GatewayUnavailable("away"),
    new DatabaseUnavailable(new Error("away")),
    new LogUnavailable("away"),
  ]) {
    t.like(asUnavailable(error), { code: "unavailable", retryAfter: 2 }, error.name);
  }
  t.is(asUnavailable(new TypeError("bug")), undefined);
  t.is(asUnavailable("text"), undefined);
});

test("a bug answers 500 without its cause and logs it with the correlation id", async (t) => {
  const lines: string[] = [];
  const destination = { write: (line: string) => void lines.push(line) };
  const log = { level: "info", pretty: false, destination } as const;
  const service = await startService(t, { database: database(), log });
  const answer = await call(service, "/things", {
    token: await service.token(),
    key: randomUUID(),
    json: { name: "crash" },
    headers: { "x-correlation-id": "find-me" },
  });
  t.is(answer.status, 500);
  t.deepEqual(answer.json, {
    success: false,
    error: { code: "internal_error", message: "Something went wrong on our side." },
  });
  const entry = lines.find((line) => line.includes("a request failed")) ?? "";
  t.regex(entry, /"correlationId":"find-me"/);
  t.regex(entry, /a bug/);
  t.notRegex(lines.join(""), /Bearer/);
});

test("while Postgres is away: 503 with Retry-After, not ready; after it all is well", async (t) => {
  const wire = await wireTo(t, database());
  const checks = { database: async () => (await service.database.rows("select 1")).length === 1 };
  const service = await startService(t, { database: wire.url, checks });
  const token = await service.token();
  const thing = { token, key: randomUUID(), json: { name: "lamp" } };
  t.is((await call(service, "//readyz")).status, 200);
  wire.cut();
  const away = await call(service, "/things", thing);
  t.is(away.status, 503);
  t.is(away.headers.get("retry-after"), "2");
  t.like(away.json, { success: false, error: { code: "temporarily_unavailable" } });
  const unready = await call(service, "//readyz");
  t.is(unready.status, 503);
  t.deepEqual(unready.json["checks"], { database: "away" });
  t.is((await call(service, "//healthz")).status, 200);
  t.is((await call(service, "/me", { token })).status, 200);
  wire.mend();
  await eventually("the same request succeeds", async () => {
    const { status } = await call(service, "/things", thing);
    return status === 201 ? status : undefined;
  });
  t.is((await call(service, "//readyz")).status, 200);
});

test("a session that ended while a process was cut off is refused after it is back", async (t) => {
  const wire = await wireTo(t, database());
  const cutOff = await startService(t, { database: wire.url });
  const other = await startService(t, { database: database() });
  const id = randomUUID();
  const token = await other.token({ id });
  t.is((await call(cutOff, "/me", { token })).status, 200);
  wire.cut();
  await other.identity.sessions.endAll(id);
  wire.mend();
  await eventually("the process has caught up", async () => {
    const { status } = await call(cutOff, "/me", { token });
    return status === 401 ? status : undefined;
  });
  t.pass();
});
