import { randomUUID } from "node:crypto";
import type { ExpectedRevision } from "./expected-revision.js";
import { appendEvents } from "./append-events.js";
import type { Staging } from "./staging.js";

const USERS = [
  { loginName: "admin", fullName: "Event Store Administrator", groups: ["$admins"] },
  { loginName: "ops", fullName: "Event Store Operations", groups: ["$ops"] },
];

const NEW: ExpectedRevision = "no_stream";

/**
 * Begins an empty log as EventStoreDB does, with the creation of its users. Readers of $all meet
 * system events there from the first moment, as they will on a real server.
 */
export function foundLog(staging: Staging): void {
  for (const user of USERS) {
    const event = {
      id: randomUUID(),
      type: "$UserCreated",
      contentType: "application/json",
      metadata: Buffer.alloc(0),
      data: Buffer.from(JSON.stringify({ ...user, disabled: false })),
    };
    const stream = `$user-${user.loginName}`;
    appendEvents(staging, { stream, expected: NEW, events: [event], deadline: Infinity });
  }
}
