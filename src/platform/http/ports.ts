import type { App } from "../../kernel/app.js";
import type { Commands } from "../../kernel/commands.js";
import type { EventFeed } from "../../kernel/event-feed.js";
import type { PaymentGateway } from "../../kernel/gateway.js";
import type { Principal } from "../../kernel/identity.js";
import type { ProcessProgress, ProjectionProgress } from "../../kernel/progress.js";
import type { Rejection } from "../../kernel/rejection.js";
import type { IdempotencyStore } from "./idempotency-store.js";
import type { RateLimits } from "./rate-limits.js";

/** What an `App` hands on as it is. */
type HandedOn =
  | "clock"
  | "reads"
  | "claims"
  | "numbers"
  | "drafts"
  | "files"
  | "otps"
  | "credentials"
  | "sessions"
  | "messenger";

/** What handlers reach through their `App`. */
export interface AppPorts extends Pick<App, HandedOn> {
  readonly commands: Commands;
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
