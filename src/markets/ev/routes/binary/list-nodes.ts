import { z } from "zod";
import { callerId } from "../../../../kernel/caller.js";
import { route, type Route } from "../../../../kernel/route.js";
import type { Network } from "../../../../modules/network/network.js";
import { nodesWhere } from "../../../../../projections/network/queries.js";
import { paged, pageOf, pagingQuery, slice } from "../../paging.js";
import { MARKETPLACE } from "../../policy.js";
import { ANY_MEMBER, isAdmin } from "../../roles.js";
import { nodeSchema, presentNode } from "../../shapes/binary.js";

/** Binary APIs, 32. List Binary Nodes: "admin sees all", everybody else their own (EV-A35). */
export function listNodes(network: Network): Route {
  return route({
    method: "GET",
    path: "/api/binary/nodes/",
    summary: "The nodes of the binary network that you may see",
    tag: "Binary",
    may: ANY_MEMBER,
    limit: "other",
    query: z.object(pagingQuery),
    replies: {
      200: {
        description: "A page of nodes.",
        schema: pageOf(nodeSchema),
      },
    },
    async handle(input, app) {
      const whose = isAdmin(app) ? {} : { memberId: callerId(app) };
      const found = await nodesWhere(app.reads, MARKETPLACE, whose, slice(input.query));
      const tree = await network.current(app.reads);
      return paged(input, found, (row) => presentNode(row, tree));
    },
  });
}
