import type { Clock } from "./clock.js";
import type { Claims, Envelope, Executed, Numbers } from "./commands.js";
import type { Aggregate } from "./decider.js";
import type { DomainEvent, Recorded } from "./event.js";
import type { Files } from "./files.js";
import type { Messenger, PaymentGateway } from "./gateway.js";
import type { Credentials, Otps, Principal, Sessions } from "./identity.js";
import type { ReadModel } from "./read-model.js";
import type { Rejection } from "./rejection.js";

/** Values that may be forgotten: checkout previews and the like. Business time rules expiry. */
export interface Drafts {
  put(draft: {
    readonly kind: string;
    readonly id: string;
    readonly owner: string;
    readonly value: object;
    /** Milliseconds that it lives. */
    readonly lifetime: number;
  }): Promise<void>;
  /** The value, unless it is unknown, expired or another owner's. */
  get<V extends object>(kind: string, id: string, owner: string): Promise<V | undefined>;
  /** The owner's latest live draft of a kind. */
  latest<V extends object>(kind: string, owner: string): Promise<V | undefined>;
}

/**
 * What a route's handler may use, made for one request.
 *
 * Commands carry the request's envelope; the nth command of a request to one stream gets the nth
 * id derived from both, so a repeated request repeats its command ids. A read after a write waits
 * until the write is projected: a request cannot miss its own writes (DESIGN §5).
 */
export interface App {
  readonly clock: Clock;
  readonly envelope: Envelope;
  /** Undefined on public routes. */
  readonly principal: Principal | undefined;
  readonly reads: ReadModel;
  readonly claims: Claims;
  readonly numbers: Numbers;
  readonly drafts: Drafts;
  readonly files: Files;
  readonly otps: Otps;
  readonly credentials: Credentials;
  readonly sessions: Sessions;
  readonly payments: PaymentGateway;
  readonly messenger: Messenger;
  /** An id that a repeat of the same request derives again. */
  id(purpose: string): string;
  /** @param marketplace whose business it is, where staff act for a market; else the surface's */
  execute<C, S, E extends DomainEvent>(
    aggregate: Aggregate<C, S, E>,
    id: string,
    command: C,
    marketplace?: string,
  ): Promise<Executed<S, E> | Rejection>;
  load<C, S, E extends DomainEvent>(aggregate: Aggregate<C, S, E>, id: string): Promise<S>;
  history<C, S, E extends DomainEvent>(
    aggregate: Aggregate<C, S, E>,
    id: string,
  ): Promise<readonly Recorded<E>[]>;
  /** Waits, bounded, until the processes have acted on all that this request appended. */
  settled(): Promise<void>;
}
