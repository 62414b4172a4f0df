import type { Commands, Numbers } from "../../../kernel/commands.js";
import { deriveId } from "../../../kernel/ids.js";
import { isRejection } from "../../../kernel/rejection.js";
import { LogUnavailable } from "../log-unavailable.js";
import { allocationStream } from "./allocation-stream.js";
import { Sequence, type SequenceParts } from "./sequence.js";

/**
 * Numbers for contracts that print integers (DESIGN §4).
 *
 * First a number is drawn from the sequence, then it is recorded under the command. Whoever asks
 * again under the same command gets the recorded one, and what was drawn for him is dropped: a
 * retry, or a crash between the two steps, leaves a gap in the numbers, never a number given
 * twice. Asking first whether there is a record would cost every first try a read.
 */
export function numbersOver({
  commands,
  ...parts
}: SequenceParts & { readonly commands: Commands }): Numbers {
  const sequences = new Map<string, Sequence>();
  const sequenceOf = (name: string): Sequence => {
    const sequence = sequences.get(name) ?? new Sequence(name, parts);
    sequences.set(name, sequence);
    return sequence;
  };
  return {
    async next(sequence, envelope) {
      const id = deriveId(sequence, envelope.commandId);
      const number = await sequenceOf(sequence).draw(envelope);
      const command = { type: "RecordAllocation", sequence, number } as const;
      const outcome = await commands.execute(allocationStream, id, command, envelope);
      if (isRejection(outcome)) throw new LogUnavailable(outcome.message);
      return outcome.state ?? number;
    },
  };
}
