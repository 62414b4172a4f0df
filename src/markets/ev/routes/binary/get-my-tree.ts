import { callerId } from "../../../../kernel/caller.js";
import { ok, route, type Route } from "../../../../kernel/route.js";
import type { Network } from "../../../../modules/network/network.js";
import { nodeOf } from "../../../../../projections/network/queries.js";
import { nothingHere } from "../../refusals.js";
import { ANY_MEMBER } from "../../roles.js";
import { nodeSchema, presentNode } from "../../shapes/binary.js";

/** Binary APIs, 31. Get My Binary Tree. */
export function getMyTree(network: Network): Route {
  return route({
    method: "GET",
    path: "/api/binary/nodes/my_tree/",
    summary: "Your place in the binary network, and how many members are below you",
    tag: "Binary",
    may: ANY_MEMBER,
    limit: "other",
    replies: {
      200: {
        description: "Your node.",
        schema: nodeSchema,
      },
    },
    async handle(_input, app) {
      const node = await nodeOf(app.reads, callerId(app));
      if (node === undefined) return nothingHere("No binary node found");
      return ok(presentNode(node, await network.current(app.reads)));
    },
  });
}
