import type { App } from "../../kernel/app.js";
import { partnerById, type PartnerRow } from "../../../projections/partners-table.js";
import { MARKETPLACE } from "./policy.js";

/** A partner of this market, verified or not. */
export function partnerOfMarket(app: App, id: string): Promise<PartnerRow | undefined> {
  return partnerById(app.reads, MARKETPLACE, id);
}
