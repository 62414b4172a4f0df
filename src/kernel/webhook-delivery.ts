/** A webhook and how its tries went, as the sandbox shows it. */
export interface WebhookDelivery {
  readonly id: string;
  readonly marketplace: string;
  /** The host alone. */
  readonly subscriber: string;
  readonly event: string;
  /** `booking-42` */
  readonly subject: string;
  readonly attempts: number;
  readonly last_status: number | null;
  readonly last_error: string | null;
  /** Business time, ISO 8601. */
  readonly tried_at: string;
  readonly delivered_at: string | null;
}
