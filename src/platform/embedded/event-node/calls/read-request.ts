import type { ReadReq } from "@eventstore/db-client/generated/streams_pb.js";
import streams from "@eventstore/db-client/generated/streams_pb.js";
import type { EventFilter } from "../reading/event-filter.js";
import type { From } from "../reading/read-events.js";
import type { ReadPlan } from "../reading/read-plan.js";
import { badRequest } from "./call-error.js";
import { uint64 } from "./expectation.js";
import { streamName } from "./stream-name.js";

/** Translates a Read request; one that makes no sense is refused. */
export function readRequest(request: ReadReq): ReadPlan {
  const options = request.getOptions();
  if (options === undefined) throw badRequest("Options are required.");
  const filter = options.getFilter();
  const stream = options.getStream();
  const { BACKWARDS } = streams.ReadReq.Options.ReadDirection;
  const plan = {
    backwards: options.getReadDirection() === BACKWARDS,
    resolveLinks: options.getResolveLinks(),
    count: options.hasSubscription() ? ("subscription" as const) : uint64(options.getCount()),
    filter: filter === undefined ? undefined : eventFilter(filter),
  };
  return stream === undefined
    ? { ...plan, stream: undefined, from: fromPosition(options.getAll()) }
    : { ...plan, stream: streamName(stream.getStreamIdentifier()), from: fromRevision(stream) };
}

function fromRevision(options: ReadReq.Options.StreamOptions): From {
  if (options.hasRevision()) return uint64(options.getRevision());
  return options.hasEnd() ? "end" : "start";
}

function fromPosition(options: ReadReq.Options.AllOptions | undefined): From {
  if (options === undefined) throw badRequest("Either a stream or $all is to be read.");
  const position = options.getPosition();
  if (position !== undefined) return uint64(position.getCommitPosition());
  return options.hasEnd() ? "end" : "start";
}

/** EventStoreDB's window when a filter gives none. */
const DEFAULT_WINDOW = 32;

function eventFilter(options: ReadReq.Options.FilterOptions): EventFilter {
  const expression = options.getEventType() ?? options.getStreamIdentifier();
  if (expression === undefined) throw badRequest("A filter needs an expression.");
  const regex = expression.getRegex();
  const window = options.hasMax() ? options.getMax() : DEFAULT_WINDOW;
  return {
    field: options.hasEventType() ? "type" : "stream",
    regex: regex === "" ? undefined : regularExpression(regex),
    prefixes: expression.getPrefixList(),
    checkpointInterval: Math.max(1, window * options.getCheckpointintervalmultiplier()),
  };
}

function regularExpression(source: string): RegExp {
  try {
    return new RegExp(source, "u");
  } catch {
    throw badRequest(`Not a regular expression: ${source}`);
  }
}
