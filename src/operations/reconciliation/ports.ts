import { DAY } from "../../kernel/clock.js";
import type { Commands, Envelope } from "../../kernel/commands.js";
import type { Actor } from "../../kernel/event.js";
import type { PaymentGateway } from "../../kernel/gateway.js";
import type { Minor } from "../../kernel/money.js";
import type { ReadModel } from "../../kernel/read-model.js";
import { instantAt } from "../../kernel/wall-time.js";

/** What a reconciliation works with; main joins it. */
export interface ReconcilingPorts {
  readonly gateway: PaymentGateway;
  readonly reads: ReadModel;
  readonly commands: Commands;
  /** Milliseconds of business time. */
  readonly now: number;
  /** Minor units by which settlements and bank lines may differ from the journal. */
  readonly tolerance: Minor;
  /** Waits, bounded, until all that was appended so far has had its consequences. */
  settled(): Promise<void>;
}

/** One calendar day at a market's place. */
export interface MarketDay {
  readonly marketplace: string;
  /** `2024-01-20` */
  readonly date: string;
  readonly utcOffsetMinutes: number;
  /** Whether what a gateway settles for no payment of ours is posted to this market's books. */
  readonly takesStrangers: boolean;
}

export interface Span {
  readonly from: string;
  readonly until: string;
}

export function spanOf({ date, utcOffsetMinutes }: MarketDay): Span {
  const start = instantAt(date, 0, utcOffsetMinutes);
  return { from: new Date(start).toISOString(), until: new Date(start + DAY).toISOString() };
}

export function envelopeOf(marketplace: string, actor: Actor, commandId: string): Envelope {
  return { marketplace, actor, commandId, correlationId: commandId, causationId: commandId };
}
