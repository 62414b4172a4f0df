import type { Recorded } from "../src/kernel/event.js";
import type { Deadline } from "../src/kernel/process.js";
import { defineProjection } from "../src/kernel/projection.js";
import type { RowWriter } from "../src/kernel/row-operation.js";
import { defineTable } from "../src/kernel/table.js";
import type { BookingEvent } from "../src/modules/booking/events.js";
import type { PromotionEvent } from "../src/modules/promotion/events.js";
import type { WebhookEvent } from "../src/modules/webhook/events.js";

const OFFER_UNANSWERED = "offer-unanswered";
const REDEMPTION_UNUSED = "redemption-unused";
const WEBHOOK_RETRY = "webhook-retry";

const table = defineTable<Deadline>({
  name: "deadlines",
  key: ["kind", "subject"],
  columns: {
    kind: "text",
    subject: "text",
    marketplace: "text",
    due_at: "timestamptz",
    data: "json",
  },
  indexes: [{ columns: ["due_at"] }],
});

/**
 * Everything that falls due if nothing happens before. A deadline is a fact of the log like any
 * other, so it survives a crash, a rebuild and the loss of this table.
 */
export const deadlines = defineProjection<BookingEvent | PromotionEvent | WebhookEvent>({
  name: "deadlines",
  version: 1,
  tables: [table],
  on: {
    ProviderOffered: (event, rows) => {
      const { bookingId, offerId, respondBy } = event.data;
      put(event, rows, OFFER_UNANSWERED, bookingId, respondBy, { bookingId, offerId });
    },
    OfferAccepted: ({ data }, rows) => drop(rows, OFFER_UNANSWERED, data.bookingId),
    OfferDeclined: ({ data }, rows) => drop(rows, OFFER_UNANSWERED, data.bookingId),
    OfferExpired: ({ data }, rows) => drop(rows, OFFER_UNANSWERED, data.bookingId),
    OfferWithdrawn: ({ data }, rows) => drop(rows, OFFER_UNANSWERED, data.bookingId),
    BookingConfirmedByStaff: ({ data }, rows) => drop(rows, OFFER_UNANSWERED, data.bookingId),
    BookingCancelled: ({ data }, rows) => drop(rows, OFFER_UNANSWERED, data.bookingId),
    PromotionRedeemed: (event, rows) => {
      const { bookingId, promotionId, accountId, holdUntil } = event.data;
      const data = { bookingId, promotionId, accountId };
      put(event, rows, REDEMPTION_UNUSED, bookingId, holdUntil, data);
    },
    RedemptionReleased: ({ data }, rows) => drop(rows, REDEMPTION_UNUSED, data.bookingId),
    BookingPlaced: ({ data }, rows) => drop(rows, REDEMPTION_UNUSED, data.bookingId),
    WebhookFailed: (event, rows) => {
      const { webhookId, retryAt } = event.data;
      put(event, rows, WEBHOOK_RETRY, webhookId, retryAt, { webhookId });
    },
    WebhookProcessed: ({ data }, rows) => drop(rows, WEBHOOK_RETRY, data.webhookId),
    WebhookParked: ({ data }, rows) => drop(rows, WEBHOOK_RETRY, data.webhookId),
  },
});

function put(
  event: Recorded,
  rows: RowWriter,
  kind: string,
  subject: string,
  dueAt: string,
  data: Deadline["data"],
): void {
  rows.upsert(table, { kind, subject }, () => ({
    kind,
    subject,
    marketplace: event.metadata.marketplace,
    due_at: dueAt,
    data,
  }));
}

function drop(rows: RowWriter, kind: string, subject: string): void {
  rows.remove(table, { kind, subject });
}
