import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import test from "ava";
import type { ExecutionContext } from "ava";
import { openDatabase, type Database } from "../../src/platform/database/database.js";
import { faultsInBooks } from "../world/books.js";
import { eventually } from "../world/eventually.js";
import { freePort } from "../world/free-port.js";
import { HttpClient } from "../world/http-client.js";
import { startMain, type MainProcess } from "../world/main-process.js";
import { customer, dayAhead, HOME, newPhone, serviceIds } from "../world/minuteserv.js";
import { processes } from "../world/processes.js";
import { CustomerAtWork, type Acknowledged, type Bench } from "./customer-at-work.js";
import { chance } from "./seed.js";

const VERIFY = fileURLToPath(new URL("../../scripts/verify.js", import.meta.url));
const CUSTOMERS = 6;
const VICTIMS = ["main", "main", "event node", "event node", "PostgreSQL", "PostgreSQL"] as const;
/** Milliseconds between a healed service and its next blow, at most. */
const LONGEST_PEACE = 2_500;

type Victim = (typeof VICTIMS)[number];

/** The victim's process id, looked up anew: the service replaces what is killed. */
async function find(victim: Victim, main: MainProcess, dataDir: string): Promise<number> {
  if (victim === "main") return main.pid;
  if (victim === "PostgreSQL") {
    const lock = join(dataDir, "postgres", "data", "postmaster.pid");
    return Number.parseInt(await readFile(lock, "utf8"), 10);
  }
  const all = await processes();
  const node = all.find(({ parent, command }) => parent === main.pid && command.includes("--data"));
  if (node === undefined) throw new Error("main has no event node");
  return node.pid;
}

/** Kills the victim, once it is another than was killed before. */
async function kill(victim: Victim, main: MainProcess, dataDir: string, dead: Set<number>) {
  const id = await eventually(`another ${victim} than was killed`, async () => {
    const found = await find(victim, main, dataDir);
    return dead.has(found) ? undefined : found;
  });
  dead.add(id);
  process.kill(id, "SIGKILL");
}

async function healed(http: HttpClient): Promise<void> {
  await eventually("a service that is ready again", async () => {
    return (await http.get("/readyz")).status === 200 ? true : undefined;
  });
}

/** Statements that find what was acknowledged and is not done yet. */
const WAITING = {
  webhook: "SELECT id FROM webhooks WHERE NOT is_processed AND NOT is_parked",
  refund: "SELECT id FROM refunds WHERE status <> 'processed'",
};

async function allDone(database: Database): Promise<void> {
  for (const [what, sql] of Object.entries(WAITING)) {
    await eventually(`no ${what} that waits`, async () => {
      return (await database.rows(sql)).length === 0 ? true : undefined;
    });
  }
}

async function employ(bench: Bench): Promise<CustomerAtWork> {
  const phone = newPhone();
  const client = await customer({ http: bench.http }, phone);
  const address = await client.post("/users/addresses", HOME);
  return new CustomerAtWork(
    bench,
    { phone, client },
    {
      service_ids: await serviceIds(client, "Facial - Exclusive"),
      booking_date: await dayAhead({ http: bench.http }, 3),
      address_id: address.text("data.id"),
    },
  );
}

async function assertThere(t: ExecutionContext, client: HttpClient, booking: Acknowledged) {
  const answer = await client.get(`/bookings/${booking.id}`);
  t.is(answer.status, 200, answer.raw);
  t.is(answer.at("data.booking_number"), booking.number);
  t.is(answer.at("data.grand_total"), booking.total);
  if (booking.refund !== undefined) t.is(answer.at("data.status"), "cancelled");
  else if (booking.paymentId !== undefined) {
    t.is(answer.at("data.status"), "partner_assigned");
    t.is(answer.at("data.payment_status"), "paid");
  }
}

/** Every acknowledged fact is there, once, and nothing else. */
async function assertBooked(t: ExecutionContext, database: Database, all: readonly Acknowledged[]) {
  const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id).toSorted();
  const booked = await database.rows<{ id: string }>("SELECT id FROM bookings");
  t.deepEqual(ids(booked), ids(all), "the bookings");
  const captured = await database.rows<{ id: string }>(
    `SELECT p.gateway_payment_id AS id FROM payments p JOIN journal_entries e
        ON e.stream = 'payment-' || p.id WHERE e.event_type = 'PaymentCaptured'`,
  );
  const paid = all.flatMap(({ paymentId }) => (paymentId === undefined ? [] : [{ id: paymentId }]));
  t.deepEqual(ids(captured), ids(paid), "one posting a captured payment");
  const refunds = await database.rows<{ id: string; amount: number; paid: number }>(
    `SELECT r.booking_id AS id, r.amount, p.amount AS paid
       FROM refunds r JOIN payments p ON p.id = r.payment_id ORDER BY r.booking_id`,
  );
  const paidBy = new Map(refunds.map(({ id, paid: whole }) => [id, whole]));
  // A cancellation that met a payment on its way promises nothing; that one goes back whole.
  const promised = all.flatMap(({ id, refund, paymentId }) =>
    refund === undefined || paymentId === undefined
      ? []
      : [{ id, amount: refund === 0 ? paidBy.get(id) : refund * 100 }],
  );
  t.deepEqual(
    refunds.map(({ id, amount }) => ({ id, amount })),
    promised.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    "one refund a cancellation of a paid booking",
  );
}

test("killed again and again under load, the service loses and doubles nothing", async (t) => {
  t.timeout(1_200_000);
  const { seed, next, shuffled } = chance();
  t.log(`CHAOS_SEED=${seed}`);
  const folder = await mkdtemp(join(tmpdir(), "daybook-kill-"));
  const dataDir = join(folder, "data");
  await mkdir(dataDir);
  const port = String(await freePort());
  const settings = { DATA_DIR: dataDir, PORT: port, RATE_LIMITS: "off" };
  let main = await startMain(settings);
  const addresses = JSON.parse(await readFile(join(dataDir, "stores.json"), "utf8")) as {
    databaseUrl: string;
  };
  const database = openDatabase({ url: addresses.databaseUrl, poolSize: 4 });
  const closing = new AbortController();
  try {
    const bench = { http: new HttpClient(main.url), database, random: next };
    const workers = await Promise.all(Array.from({ length: CUSTOMERS }, () => employ(bench)));
    const working = Promise.all(workers.map((worker) => worker.workUntil(closing.signal)));
    working.catch(() => undefined);
    const dead = new Set<number>();
    for (const victim of shuffled(VICTIMS)) {
      await Promise.race([pause(next() * LONGEST_PEACE), working]);
      t.log(`kill -9 ${victim}`);
      await kill(victim, main, dataDir, dead);
      if (victim === "main") {
        await main.end("SIGKILL");
        main = await startMain(settings);
      }
      await healed(bench.http);
    }
    closing.abort();
    await working;
    const all = workers.flatMap(({ acknowledged }) => acknowledged);
    t.log(`${all.length} bookings`);
    await allDone(database);
    t.deepEqual(await faultsInBooks(database), []);
    await assertBooked(t, database, all);
    for (const worker of workers) {
      await worker.signInAgain();
      for (const booking of worker.acknowledged) await assertThere(t, worker.client, booking);
    }
    const verified = await promisify(execFile)(process.execPath, [VERIFY], {
      env: { PATH: process.env["PATH"], ...settings },
    });
    t.false(verified.stdout.includes("DIFFER"), verified.stdout);
    t.is(await main.end("SIGTERM"), 0, main.said());
  } catch (error) {
    t.log(main.said());
    throw error;
  } finally {
    closing.abort();
    await database.close();
    await main.end("SIGKILL");
    await eventually("no process left behind", async () => {
      const left = (await processes()).filter(
        ({ command, folder: at }) => command.includes(folder) || at.startsWith(folder),
      );
      return left.length === 0 ? true : undefined;
    });
    await rm(folder, { recursive: true, force: true });
  }
});
