/**
 * The sandbox's printed test values: with them anyone can sign a webhook of their own and send it
 * (DESIGN §10). The environment may replace each of them.
 */
export const SANDBOX_SECRETS = {
  INTERNAL_API_KEY: "internal-test-key",
  RAZORPAY_KEY_ID: "rzp_test_daybook",
  RAZORPAY_KEY_SECRET: "razorpay-test-key-secret",
  RAZORPAY_WEBHOOK_SECRET: "razorpay-test-webhook-secret",
  WEBHOOK_SECRET: "custom-webhook-test-secret",
} as const;
