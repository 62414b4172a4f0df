import { MINUTE } from "../kernel/clock.js";
import type { Market } from "../kernel/market.js";
import { problemDialect } from "../kernel/problem-dialect.js";
import type { SandboxPorts } from "./ports.js";
import { advanceClock, readClock } from "./routes/clock.js";
import { creditWallet } from "./routes/credit-wallet.js";
import { disputeRazorpayPayment } from "./routes/dispute-razorpay-payment.js";
import { login } from "./routes/login.js";
import { payRazorpayOrder } from "./routes/pay-razorpay-order.js";
import { readOutbox } from "./routes/read-outbox.js";
import { refundRazorpayPayment } from "./routes/refund-razorpay-payment.js";
import { resetThrottle } from "./routes/reset-throttle.js";
import { readWebhooks, takeWebhook } from "./routes/webhooks.js";
import { runJob } from "./routes/run-job.js";
import { switchRazorpay } from "./routes/switch-razorpay.js";

/**
 * The sandbox as one more surface: clock, outbox, pretended gateways (DESIGN §10).
 *
 * Open to everybody, logins included; so it throws where NODE_ENV says production.
 *
 * @param environment the value of NODE_ENV
 */
export function sandboxSurface(
  ports: SandboxPorts,
  environment: string | undefined = process.env["NODE_ENV"],
): Market {
  if (environment === "production") {
    throw new Error("The sandbox does not exist in production: set SANDBOX=off");
  }
  return {
    name: "sandbox",
    title: "Sandbox",
    base: "/sandbox",
    hostBase: "",
    description: "Plays the outside world in development and tests. It never exists in production.",
    realms: [],
    dialect: problemDialect,
    // Tests may call as often as they like; every route still names a bucket.
    limits: { open: { most: 1_000_000, window: MINUTE, by: "ip" } },
    routes: [
      readOutbox(ports),
      readClock(ports),
      advanceClock(ports),
      payRazorpayOrder(ports),
      disputeRazorpayPayment(ports),
      refundRazorpayPayment(ports),
      switchRazorpay(ports),
      readWebhooks(ports),
      takeWebhook,
      runJob(ports),
      login(ports),
      creditWallet(ports),
      resetThrottle(ports),
    ],
    tokens: { access: 15 * MINUTE, refresh: 7 * 24 * 60 * MINUTE },
    idempotencyHeader: "Idempotency-Key",
  };
}
