import type { App } from "../kernel/app.js";
import type { Clock } from "../kernel/clock.js";
import type { OutgoingMessage } from "../kernel/gateway.js";
import type { Minor } from "../kernel/money.js";
import type { Rejection } from "../kernel/rejection.js";
import type { WebhookDelivery } from "../kernel/webhook-delivery.js";

/** Business time that can be moved forward. */
export interface MovableClock extends Clock {
  advance(milliseconds: number): Promise<void>;
}

export interface KeptMessage extends OutgoingMessage {
  readonly id: string;
  readonly sent_at: string;
}

export interface OutboxReader {
  /** Newest first. */
  messages(filter: {
    readonly to?: string | undefined;
    readonly channel?: string | undefined;
    readonly marketplace?: string | undefined;
  }): Promise<readonly KeptMessage[]>;
}

/** A Razorpay whose customer can be played. */
export interface PlayableRazorpay {
  checkout(
    orderId: string,
    checkout: {
      readonly outcome: "captured" | "failed";
      readonly method: string;
      readonly webhook: boolean;
    },
  ): Promise<object | Rejection>;
  dispute(
    paymentId: string,
    dispute: {
      readonly outcome: "open" | "under_review" | "won" | "lost" | "closed";
      readonly webhook: boolean;
    },
  ): Promise<object | Rejection>;
  refundByHand(
    paymentId: string,
    refund: { readonly amount: Minor | null; readonly webhook: boolean },
  ): Promise<object | Rejection>;
  setAvailable(available: boolean): void;
}

/** What the sandbox needs beyond the kernel's App; main joins it (DESIGN §10). */
export interface SandboxPorts {
  readonly clock: MovableClock;
  readonly outbox: OutboxReader;
  readonly razorpay: PlayableRazorpay;
  /** Custom webhooks, the latest try first. */
  readonly webhooks: { latest(): Promise<readonly WebhookDelivery[]> };
  /** Returns once every deadline that has fallen due was acted on and its events projected. */
  runDueNow(): Promise<void>;
  /** By name; each runs once and answers with its result. */
  readonly jobs: Readonly<Record<string, () => Promise<object>>>;
  /** Starts a session for any account by e-mail, phone or username: no password is asked. */
  login(
    app: App,
    who: { readonly marketplace: string; readonly username: string },
  ): Promise<SandboxLogin | Rejection>;
  /** Posts a test deposit; the amount is in minor units. */
  creditWallet(
    app: App,
    deposit: {
      readonly marketplace: string;
      readonly userId: string;
      readonly amount: Minor;
    },
  ): Promise<object | Rejection>;
  /** Forgets the counters of every rate limit. */
  resetThrottle(): Promise<void>;
}

export interface SandboxLogin {
  readonly access: string;
  readonly refresh: string;
  readonly user: object;
}
