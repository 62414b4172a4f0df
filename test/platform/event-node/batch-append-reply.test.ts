import streams from "@eventstore/db-client/generated/streams_pb.js";
import test from "ava";
import fc from "fast-check";
import { batchReply } from "../../../src/platform/embedded/event-node/calls/batch-append-reply.js";

test("an answer written by hand is what the generated classes read", (t) => {
  const whole = fc.integer({ min: -1, max: Number.MAX_SAFE_INTEGER });
  const position = fc.option(fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), {
    nil: undefined,
  });
  const name = fc.string({ minLength: 1, unit: "binary" });
  const property = fc.property(name, name, whole, position, (id, stream, revision, at) => {
    const target = { correlationId: id, stream, expected: "any", deadline: 0 } as const;
    const bytes = batchReply(target, { kind: "written", revision, position: at });
    const reply = streams.BatchAppendResp.deserializeBinary(bytes);
    const success = reply.getSuccess();
    t.is(reply.getCorrelationId()?.getString(), id);
    const identifier = reply.getStreamIdentifier()?.getStreamName_asU8() ?? [];
    t.is(Buffer.from(identifier).toString(), stream);
    t.is(success?.hasNoStream(), revision === -1);
    t.is(success?.hasCurrentRevision(), revision !== -1);
    if (revision !== -1) t.is(success?.getCurrentRevision(), String(revision));
    t.is(success?.hasNoPosition(), at === undefined);
    t.is(success?.getPosition()?.getCommitPosition(), at === undefined ? undefined : String(at));
    t.is(success?.getPosition()?.getPreparePosition(), at === undefined ? undefined : String(at));
  });
  t.notThrows(() => fc.assert(property));
});
