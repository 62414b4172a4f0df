import type { Drafts } from "../../kernel/app.js";
import type { Clock } from "../../kernel/clock.js";
import type { Claims, Commands, Numbers } from "../../kernel/commands.js";
import type { EventFeed } from "../../kernel/event-feed.js";
import type { Files } from "../../kernel/files.js";
import type { Messenger, PaymentGateway } from "../../kernel/gateway.js";
import type { Credentials, Otps, Principal, Sessions } from "../../kernel/identity.js";
import type { ProcessProgress, ProjectionProgress } from "../../kernel/progress.js";
import type { ReadModel } from "../../kernel/read-model.js";
import type { Rejection } from "../../kernel/rejection.js";
import type { IdempotencyStore } from "./idempotency-store.js";
import type { RateLimits } from "./rate-limits.js";

/** What handlers reach through their `App`. */
export interface AppPorts {
  readonly clock: Clock;
  readonly commands: Commands;
  readonly reads: ReadModel;
  readonly claims: Claims;
  readonly numbers: Numbers;
  readonly drafts: Drafts;
  readonly files: Files;
  readonly otps: Otps;
  readonly credentials: Credentials;
  readonly sessions: Sessions;
  readonly messenger: Messenger;
  readonly projected: ProjectionProgress;
  readonly processed: ProcessProgress;
  readonly feed: Pick<EventFeed, "end">;
  /** The gateway that a marketplace collects with. */
  payments(marketplace: string): PaymentGateway;
}

/** Reads the bearer of an access token off it, or refuses. */
export interface AccessTokenVerifier {
  verify(token: string): Principal | Rejection | Promise<Principal | Rejection>;
}

/** All that the HTTP server stands on. */
export interface HttpPorts extends AppPorts {
  readonly tokens: AccessTokenVerifier;
  readonly idempotency: IdempotencyStore;
  readonly rateLimits: RateLimits;
}
