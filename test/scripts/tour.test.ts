import test from "ava";
import { forgetAddresses, keepAddresses } from "../../src/composition/store-addresses.js";
import { runScript } from "../world/script.js";
import { openServiceWorld, type ServiceWorld } from "../world/service.js";

let world: ServiceWorld;

test.before(async () => {
  world = await openServiceWorld();
});

test.after.always(() => world.close());

const SECTIONS = [
  /^A day at Minuteserv, \d{4}-\d\d-\d\d$/m,
  /^ {2}cancelled at once, free of charge +3 +cancelled +refunded +([\d,.]+) +\1$/m,
  /^ {2}cancelled after 6 minutes, with a fee +3 +cancelled +partially refunded /m,
  /^ {2}rejected by three, assigned by staff +1 +completed +paid /m,
  /^ {2}all +46 /m,
  /^ {2}PO-\d{8}-002 .* failed: Invalid bank account /m,
  /^ {2}PO-\d{8}-003 .* completed /m,
  /^ {2}\d\d:\d\d {2}created +by customer$/m,
  /^ {2}\d\d:\d\d {2}BookingCompleted \(booking-/m,
  /^ {2}total INR +\d+ +([\d,.]+) +\1$/m,
  /^ {2}journal +\d+ +live +\d+ +0$/m,
  /^ {2}\d+ events replayed in [\d.]+ s, \d+ rows of \d+ tables compared$/m,
];

test.serial("the tour lives a day on a running service and finds its books right", async (t) => {
  t.timeout(1_200_000);
  const { foundation, url } = world.service;
  const { config } = foundation;
  const { eventStoreUrl = "", databaseUrl = "" } = config;
  await keepAddresses(config.dataDir, { eventStoreUrl, databaseUrl, url });
  const { code, out, err } = await runScript(config, "tour");
  await forgetAddresses(config.dataDir);
  t.is(code, 0, err);
  t.true(out.includes(`${url} (running already)`), out);
  for (const section of SECTIONS) t.regex(out, section);
  t.is(out.match(/^ {2}ok {6}/gm)?.length, 6, out);
  t.notRegex(out, /WRONG/);
});

test.serial("the tour says in a sentence what it cannot do", async (t) => {
  const { config } = world.service.foundation;
  const nobody = await runScript(config, "tour", "--url", "http://127.0.0.1:1");
  t.is(nobody.code, 1);
  t.regex(nobody.err, /^error: GET \/sandbox\/clock got no answer from http:.+\n$/);
  const nonsense = await runScript(config, "tour", "--url", "nonsense");
  t.is(nonsense.code, 1);
  t.regex(nonsense.err, /^error: nonsense is no address/);
});
