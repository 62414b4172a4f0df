import test from "ava";
import { openServiceWorld, type ServiceWorld } from "../../world/service.js";
import { BASE, superuser } from "../../world/ev.js";

let world: ServiceWorld;

test.before(async () => {
  world = await openServiceWorld({ RATE_LIMITS: "on" });
});

test.beforeEach(() => world.http.post("/sandbox/throttle/reset"));

test.after.always(() => world.close());

test.serial("the superuser has a profile as the document prints one", async (t) => {
  const { client } = await superuser(world);
  const profile = await client.get("/api/users/profile/");
  t.is(profile.status, 200, profile.raw);
  t.like(profile.body, {
    username: "EVAdmin",
    role: "admin",
    is_active_buyer: false,
    is_distributor: false,
    referred_by: null,
    kyc_status: null,
    nominee_exists: false,
  });
  t.regex(profile.text("referral_code"), /^REF\d{5}$/);
  t.regex(profile.text("date_joined"), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  t.is((await client.get("/api/users/profile")).status, 200, "without the slash at the end");
});

test.serial("no token, a forged token and an unknown path, to the letter", async (t) => {
  const http = world.http.at(BASE);
  const detail = "Authentication credentials were not provided.";
  for (const client of [http, http.as("forged"), http.with({ authorization: "Token x" })]) {
    const refused = await client.get("/api/users/profile/");
    t.is(refused.status, 401);
    t.deepEqual(refused.body, { detail });
    t.regex(refused.headers.get("www-authenticate") ?? "", /^Bearer realm="api"/);
  }
  for (const path of ["/api/nothing/", "/api/", "/media/nothing.pdf"]) {
    const unknown = await http.get(path);
    t.is(unknown.status, 404);
    t.deepEqual(unknown.body, { detail: "Not found." });
  }
  const method = await http.delete("/api/users/profile/");
  t.is(method.status, 405);
  t.deepEqual(method.body, { detail: 'Method "DELETE" not allowed.' });
  t.regex(method.headers.get("allow") ?? "", /\bGET\b/);
  const text = { "content-type": "text/plain" };
  const typed = await http.post("/api/auth/refresh/", "refresh", text);
  t.is(typed.status, 415);
  t.deepEqual(typed.body, { detail: 'Unsupported media type "text/plain" in request.' });
});

test.serial("the hundred and first call of a minute is throttled", async (t) => {
  const http = world.http.at(BASE);
  const statuses: number[] = [];
  for (let time = 0; time < 100; time += 1) {
    statuses.push((await http.get("/api/users/profile/")).status);
  }
  t.true(statuses.every((status) => status === 401));
  const refused = await http.get("/api/users/profile/");
  t.is(refused.status, 429);
  t.regex(refused.text("detail"), /^Request was throttled\. Expected available in \d+ seconds\.$/);
  t.true(Number(refused.headers.get("retry-after")) > 0);
});
