import type { ExecutionContext } from "ava";
import { fold, type Aggregate } from "../../src/kernel/decider.js";
import type { DomainEvent } from "../../src/kernel/event.js";
import { isRejection, type RejectionCode } from "../../src/kernel/rejection.js";

/** What has happened to one aggregate, waiting for a command. */
interface Given<C, E extends DomainEvent> {
  when(command: C): Outcome<E>;
}

interface Outcome<E extends DomainEvent> {
  /** Exactly these facts follow; none if the command changes nothing. */
  yields(...events: readonly E[]): void;
  refuses(code: RejectionCode, reason: string): void;
}

/**
 * Given a history, when a command is decided, it yields facts or is refused.
 *
 * The state is frozen through and through before the decision, so a decider or a fold that
 * changes what it was given throws; and what is yielded must fold.
 */
export function given<C, S, E extends DomainEvent>(
  t: ExecutionContext,
  aggregate: Aggregate<C, S, E>,
  ...history: readonly E[]
): Given<C, E> {
  const state = frozen(fold(aggregate, history));
  return {
    when(command) {
      const outcome = aggregate.decide(frozen(command), state);
      return {
        yields(...events) {
          t.deepEqual<unknown, unknown>(outcome, events);
          fold({ ...aggregate, initial: state }, events);
        },
        refuses(code, reason) {
          if (!isRejection(outcome)) return t.fail(`accepted: ${JSON.stringify(outcome)}`);
          t.deepEqual({ code: outcome.code, reason: outcome.reason }, { code, reason });
          t.not(outcome.message, "");
        },
      };
    },
  };
}

function frozen<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}
