import { fold, type Aggregate } from "../../../src/kernel/decider.js";
import type { Commands } from "../../../src/kernel/commands.js";
import { streamName, SYSTEM, type DomainEvent, type Recorded } from "../../../src/kernel/event.js";
import { deriveId } from "../../../src/kernel/ids.js";
import type { ProcessPorts } from "../../../src/kernel/process.js";
import { isRejection } from "../../../src/kernel/rejection.js";
import { applyEmiOfPayout } from "../../../src/processes/apply-emi-of-payout.js";
import { applyCapturedPayment } from "../../../src/processes/apply-captured-payment.js";
import { holdDisputedEarning } from "../../../src/processes/hold-disputed-earning.js";
import { noteLostChargeback } from "../../../src/processes/note-lost-chargeback.js";
import { orderGrantedRefund } from "../../../src/processes/order-granted-refund.js";
import { recoverLostChargeback } from "../../../src/processes/recover-lost-chargeback.js";
import { recordPaidInstalment } from "../../../src/processes/record-paid-instalment.js";
import { refundCancelledInstalments } from "../../../src/processes/refund-cancelled-instalments.js";
import { requestReservedPayout } from "../../../src/processes/request-reserved-payout.js";
import { reverseRefundedEarning } from "../../../src/processes/reverse-refunded-earning.js";
import { settleCompletedBooking } from "../../../src/processes/settle-completed-booking.js";
import { settlePayout } from "../../../src/processes/settle-payout.js";
import { settleWalletHold } from "../../../src/processes/settle-wallet-hold.js";

/** The rules that move money on; none needs more than its event. */
const processes = [
  applyCapturedPayment,
  applyEmiOfPayout,
  holdDisputedEarning,
  noteLostChargeback,
  orderGrantedRefund,
  recoverLostChargeback,
  recordPaidInstalment,
  refundCancelledInstalments,
  requestReservedPayout,
  reverseRefundedEarning,
  settleCompletedBooking,
  settlePayout,
  settleWalletHold,
];

const MINUTE = 60_000;

/** A marketplace's real deciders and money processes over a log in memory. */
export class Business {
  readonly marketplace: string;
  readonly events: Recorded[] = [];
  readonly #streams = new Map<string, Recorded[]>();
  readonly #firstPosition: number;
  #reactedTo = 0;
  #now: number;

  /** @param start milliseconds; what happens here happens after it */
  constructor(marketplace: string, firstPosition: number, start: number) {
    this.marketplace = marketplace;
    this.#firstPosition = firstPosition;
    this.#now = start;
  }

  get now(): string {
    return new Date(this.#now).toISOString();
  }

  pass(minutes: number): void {
    this.#now += minutes * MINUTE;
  }

  /** What a refused command asked for does not happen. */
  perform<C, S, E extends DomainEvent>(
    aggregate: Aggregate<C, S, E>,
    id: string,
    command: C,
  ): boolean {
    const outcome = aggregate.decide(command, this.state(aggregate, id));
    if (isRejection(outcome)) return false;
    for (const event of outcome) this.#append(streamName(aggregate.category, id), event);
    return true;
  }

  state<C, S, E extends DomainEvent>(aggregate: Aggregate<C, S, E>, id: string): S {
    const history: readonly DomainEvent[] =
      this.#streams.get(streamName(aggregate.category, id)) ?? [];
    return fold(aggregate, history as readonly E[]);
  }

  /** Lets the processes act on all that has happened, and on what follows from it. */
  async settle(): Promise<void> {
    while (this.#reactedTo < this.events.length) {
      const event = this.events[this.#reactedTo];
      this.#reactedTo += 1;
      if (event === undefined) return;
      for (const { on } of processes) {
        for (const instruction of (await on[event.type]?.(event, this.#ports())) ?? []) {
          await instruction.deliver(this.#commands(), {
            ...event.metadata,
            causationId: event.id,
          });
        }
      }
    }
  }

  #append(stream: string, event: DomainEvent): void {
    const before = this.#streams.get(stream) ?? [];
    const position = this.#firstPosition + this.events.length * 10;
    const id = deriveId(this.marketplace, position);
    const metadata = {
      marketplace: this.marketplace,
      actor: SYSTEM,
      commandId: id,
      correlationId: id,
      causationId: id,
      occurredAt: this.now,
      schemaVersion: 1,
    };
    const revision = before.length;
    const at = { id, stream, revision, position, metadata, recordedAt: this.now };
    const recorded: Recorded = { ...at, ...event };
    this.#streams.set(stream, [...before, recorded]);
    this.events.push(recorded);
  }

  #ports(): ProcessPorts {
    return {
      clock: { now: () => this.#now },
      reads: { rows: () => Promise.reject(new Error("these processes read nothing")) },
      commands: this.#commands(),
    };
  }

  #commands(): Commands {
    return {
      execute: async (aggregate, id, command) => {
        const outcome = aggregate.decide(command, this.state(aggregate, id));
        if (isRejection(outcome)) return outcome;
        this.perform(aggregate, id, command);
        return { state: this.state(aggregate, id), events: [], position: 0 };
      },
      load: async (aggregate, id) => this.state(aggregate, id),
      history: () => Promise.reject(new Error("these processes read no history")),
    };
  }
}
