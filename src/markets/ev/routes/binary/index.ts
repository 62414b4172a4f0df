import type { Route } from "../../../../kernel/route.js";
import type { Network } from "../../../../modules/network/network.js";
import { checkPairs } from "./check-pairs.js";
import { getMyTree } from "./get-my-tree.js";
import { listEarnings } from "./list-earnings.js";
import { listNodes } from "./list-nodes.js";
import { listPairs } from "./list-pairs.js";

/** Binary APIs, in the order of the document. */
export function binaryRoutes(network: Network): readonly Route[] {
  return [getMyTree(network), listNodes(network), checkPairs(network), listPairs, listEarnings];
}
