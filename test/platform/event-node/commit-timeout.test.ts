import { status } from "@grpc/grpc-js";
import test from "ava";
import streams from "@eventstore/db-client/generated/streams_pb.js";
import * as replies from "../../../src/platform/embedded/event-node/calls/batch-append-reply.js";
import { statusOf } from "../../../src/platform/embedded/event-node/calls/call-error.js";
import {
  CommitTimedOut,
  withinTime,
} from "../../../src/platform/embedded/event-node/writing/commit-timeout.js";

test("a write that does not become durable is given up on", async (t) => {
  const stuck = new Promise<never>(() => undefined);
  await t.throwsAsync(withinTime(stuck, 1), { instanceOf: CommitTimedOut });
});

test("a write that is durable, or fails, in time is answered as it is", async (t) => {
  t.is(await withinTime(Promise.resolve("done"), 1), "done");
  t.is(await withinTime(Promise.resolve("done"), undefined), "done");
  const failing = withinTime(Promise.reject(new RangeError("full")), 1);
  await t.throwsAsync(failing, { instanceOf: RangeError });
});

test("clients are told of a timeout in the words of both append calls", (t) => {
  const late = new CommitTimedOut("late");
  t.is(statusOf(late).code, status.ABORTED);
  const target = { correlationId: "c", stream: "s", expected: "any", deadline: 0 } as const;
  const reply = streams.BatchAppendResp.deserializeBinary(replies.batchFailure(target, late));
  t.is(reply.getError()?.getDetails()?.getTypeName(), "event_store.client.Timeout");
});
