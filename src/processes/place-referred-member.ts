import { defineProcess, type Instruction } from "../kernel/process.js";
import type { AccountEvent } from "../modules/account/events.js";
import { placeMember } from "./placing/place-member.js";
import type { Ports } from "./ports.js";

/**
 * Whoever was recommended by a member gets a place in the member's binary network once they have
 * registered (EV Distribution, Get My Binary Tree; EV-R129). Who was not has none until they
 * recommend somebody.
 */
export const placeReferredMember = defineProcess<AccountEvent, Ports>({
  name: "place-referred-member",
  on: {
    AccountRegistered: ({ data }, ports) =>
      data.referredBy === null ? [] : [placing(data.accountId, ports)],
  },
});

/** A search over several streams, so it is more than one command to send. */
function placing(memberId: string, { network, reads }: Ports): Instruction {
  return {
    target: `node-${memberId}`,
    command: "PlaceMember",
    async deliver(commands, envelope) {
      await placeMember(memberId, { network, reads, commands }, envelope);
      return undefined;
    },
  };
}
