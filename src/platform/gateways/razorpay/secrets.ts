/** What a Razorpay account is known by; from the environment (DESIGN §10). */
export interface RazorpaySecrets {
  /** Public: the checkout in the browser needs it. */
  readonly keyId: string;
  readonly keySecret: string;
  readonly webhookSecret: string;
}
