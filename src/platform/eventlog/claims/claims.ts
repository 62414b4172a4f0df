import type { Claim, Claims, Commands, Envelope } from "../../../kernel/commands.js";
import { deriveId } from "../../../kernel/ids.js";
import { isRejection } from "../../../kernel/rejection.js";
import type { Vault } from "../../vault/vault.js";
import { LogUnavailable } from "../log-unavailable.js";
import { claimStream, type ClaimCommand, type ClaimState } from "./claim-stream.js";

/** A value that is taken and freed by one and the same command so often is a loop, not a user. */
const ROUNDS = 16;

/**
 * Uniqueness across streams: whoever appends first to the value's stream owns it (DESIGN §4).
 * The values are personal data (phone numbers, e-mail addresses) and the log keeps what it is
 * told for ever, so a stream's name shows only the value's keyed hash.
 */
export function claimsOver(commands: Commands, vault: Vault): Claims {
  const stream = (scope: string, value: string): string => vault.fingerprint(scope, value);

  /**
   * A request may take, free (its sign-up failed) and take again under one command id. The log
   * answers a repeated id with its first outcome, so each round gets an id of its own.
   */
  const until = async (
    command: ClaimCommand,
    value: string,
    envelope: Envelope,
    done: (state: ClaimState) => boolean,
  ): Promise<ClaimState> => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const commandId = deriveId(envelope.commandId, command.type, command.owner, round);
      const outcome = await commands.execute(claimStream, stream(command.scope, value), command, {
        ...envelope,
        commandId,
      });
      if (isRejection(outcome)) throw new LogUnavailable(outcome.message);
      if (done(outcome.state)) return outcome.state;
    }
    throw new Error(`the claim on a value of ${command.scope} does not come to rest`);
  };

  return {
    async take({ scope, value, owner }: Claim, envelope) {
      const command = { type: "Take", scope, owner } as const;
      const { owner: holder } = await until(command, value, envelope, (claim) => {
        return claim.owner !== undefined;
      });
      return holder ?? owner;
    },
    async owner(scope, value) {
      return (await commands.load(claimStream, stream(scope, value))).owner;
    },
    async release({ scope, value, owner }, envelope) {
      const command = { type: "Release", scope, owner } as const;
      await until(command, value, envelope, (claim) => claim.owner !== owner);
    },
  };
}
