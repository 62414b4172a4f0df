import test from "ava";
import { newId } from "../../src/kernel/ids.js";
import { openServiceWorld, type ServiceWorld } from "../world/service.js";

let world: ServiceWorld;

test.before(async () => {
  world = await openServiceWorld({ RATE_LIMITS: "off" });
});

test.after.always(() => world.close());

function rows<R extends object>(sql: string, values: readonly unknown[] = []): Promise<R[]> {
  return world.service.foundation.database.rows<R>(sql, values);
}

/** Notes a delivery and a deadline of so many days ago under one name. */
async function noted(daysAgo: number): Promise<string> {
  const id = newId();
  const at = new Date(Date.now() - daysAgo * 86_400_000).toISOString();
  await rows(
    `INSERT INTO ops.webhook_deliveries
       (id, marketplace, subscriber, event, subject, attempts, tried_at)
     VALUES ($1, 'minuteserv', 'books.example', 'booking.created', 'booking-1', 1, $2)`,
    [id, at],
  );
  await rows(
    `INSERT INTO ops.process_deadlines (kind, subject, due_at, delivered_at)
     VALUES ('offer-unanswered', $1, $2, $2)`,
    [id, at],
  );
  return id;
}

test("what is older than ninety days is forgotten, what is younger is kept", async (t) => {
  const [old, young] = [await noted(91), await noted(89)];
  const done = await world.http.post("/sandbox/jobs/housekeeping");
  t.is(done.status, 200, done.raw);
  t.deepEqual(done.at("reports.0"), { webhook_deliveries: 1, process_deadlines: 1 });
  t.deepEqual(done.at("reports.1"), { webhook_deliveries: 0, process_deadlines: 0 });
  const kept = await rows<{ readonly id: string }>(
    `SELECT id::text FROM ops.webhook_deliveries WHERE id = ANY($1::uuid[])
     UNION ALL SELECT subject FROM ops.process_deadlines WHERE subject = ANY($2::text[])`,
    [
      [old, young],
      [old, young],
    ],
  );
  t.deepEqual(
    kept.map(({ id }) => id),
    [young, young],
  );
});
