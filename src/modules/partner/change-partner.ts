import { isDeepStrictEqual } from "node:util";
import { changed } from "../../kernel/change.js";
import type { ChangePartner } from "./commands.js";
import type { PartnerChanged, PartnerEvent } from "./events.js";
import type { Partner } from "./state.js";

/** Lays a partial change over the partner; the event carries the whole after it. */
export function changePartner(command: ChangePartner, state: Partner): readonly PartnerEvent[] {
  const { partnerId, isActive, capabilities, profile, kyc } = state;
  const before: PartnerChanged = { partnerId, isActive, capabilities, profile, kyc };
  const after: PartnerChanged = {
    partnerId,
    isActive: command.isActive ?? isActive,
    capabilities: changed(capabilities, command.capabilities ?? {}),
    profile: changed(profile, command.profile ?? {}),
    kyc: changed(kyc, command.kyc ?? {}),
  };
  return isDeepStrictEqual(before, after) ? [] : [{ type: "PartnerChanged", data: after }];
}
