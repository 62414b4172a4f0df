import { randomUUID } from "node:crypto";
import gossip from "@eventstore/db-client/generated/gossip_pb.js";
import shared from "@eventstore/db-client/generated/shared_pb.js";
import type {
  sendUnaryData,
  ServerUnaryCall,
  ServiceDefinition,
  UntypedServiceImplementation,
} from "@grpc/grpc-js";
import type { CallContext } from "./call-context.js";
import { method } from "./method.js";

/** How a client that discovers a cluster learns of its members. */
export const gossipDefinition = {
  read: method("event_store.client.gossip.Gossip", "Read", shared.Empty),
} satisfies ServiceDefinition;

/** A cluster of one: this node, its leader, at the address by which the client reached it. */
export function gossipHandlers(context: CallContext): UntypedServiceImplementation {
  const instance = new shared.UUID();
  instance.setString(randomUUID());
  return {
    read: (call: ServerUnaryCall<unknown, Buffer>, send: sendUnaryData<Buffer>) => {
      const member = new gossip.MemberInfo();
      member.setInstanceId(instance);
      member.setTimeStamp(`${Date.now()}0000`);
      member.setState(gossip.MemberInfo.VNodeState.LEADER);
      member.setIsAlive(true);
      member.setHttpEndPoint(endPoint(call.getHost(), context));
      const reply = new gossip.ClusterInfo();
      reply.setMembersList([member]);
      send(null, Buffer.from(reply.serializeBinary()));
    },
  };
}

function endPoint(authority: string, context: CallContext) {
  const called = /^(.+):(\d+)$/.exec(authority);
  const { host, port } = context.advertise();
  const endPoint = new gossip.EndPoint();
  endPoint.setAddress(called?.[1] ?? host);
  endPoint.setPort(Number(called?.[2] ?? port));
  return endPoint;
}
