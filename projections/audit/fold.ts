import { defineProjection } from "../../src/kernel/projection.js";
import type { AccountEvent } from "../../src/modules/account/events.js";
import type { BookingEvent } from "../../src/modules/booking/events.js";
import type { ServiceEvent } from "../../src/modules/catalogue/events.js";
import type { ContactEvent } from "../../src/modules/contact/events.js";
import type { EarningEvent } from "../../src/modules/earning/events.js";
import type { PartnerEvent } from "../../src/modules/partner/events.js";
import type { PaymentEvent } from "../../src/modules/payment/events.js";
import type { PayoutEvent } from "../../src/modules/payout/events.js";
import type { PromotionEvent, PromotionTerms } from "../../src/modules/promotion/events.js";
import type { SettingsEvent } from "../../src/modules/settings/events.js";
import { bookingNotes } from "./booking-notes.js";
import { note } from "./note.js";
import { partnerNotes } from "./partner-notes.js";
import { auditTable, resourcesTable } from "./tables.js";

type Audited =
  | AccountEvent
  | BookingEvent
  | ContactEvent
  | EarningEvent
  | PartnerEvent
  | PaymentEvent
  | PayoutEvent
  | PromotionEvent
  | ServiceEvent
  | SettingsEvent;

/** Percent and money are two fields, so that each is told as what it is. */
function termsTold({ value, ...terms }: PromotionTerms) {
  return terms.kind === "fixed" ? { ...terms, fixedValue: value } : { ...terms, value };
}

/** What staff did, with the values before and after (Minuteserv, admin_audit_logs). */
export const audit = defineProjection<Audited>({
  name: "audit",
  version: 3,
  tables: [resourcesTable, auditTable],
  on: {
    ...bookingNotes,
    ...partnerNotes,
    ServiceAdded: (event, rows) => {
      const { serviceId: id, offer: fields } = event.data;
      note(event, rows, { action: "create_service", type: "service", id, fields: { ...fields } });
    },
    ServiceChanged: (event, rows) => {
      const { serviceId: id, offer: fields } = event.data;
      note(event, rows, { action: "update_service", type: "service", id, fields: { ...fields } });
    },
    ServiceRetired: (event, rows) => {
      const about = { action: "delete_service", type: "service", id: event.data.serviceId };
      note(event, rows, { ...about, fields: { isActive: false } });
    },
    PromotionCreated: (event, rows) => {
      const { promotionId: id, code, terms } = event.data;
      const fields = { code, ...termsTold(terms) };
      note(event, rows, { action: "create_promo_code", type: "promo_code", id, fields });
    },
    PromotionChanged: (event, rows) => {
      const { promotionId: id, terms } = event.data;
      note(event, rows, {
        action: "update_promo_code",
        type: "promo_code",
        id,
        fields: termsTold(terms),
      });
    },
    EarningsReserved: (event, rows) => {
      const { payoutId: id, providerId: partner_id, gross, net } = event.data;
      const fields = { partner_id, gross, net, status: "pending" };
      note(event, rows, { action: "create_payout", type: "payout", id, fields });
    },
    PayoutCompleted: (event, rows) => {
      const { payoutId: id, bankTransactionId, upiTransactionId, notes } = event.data;
      const about = { action: "process_payout", type: "payout", id };
      const fields = { status: "completed" };
      note(event, rows, {
        ...about,
        fields,
        particulars: { bankTransactionId, upiTransactionId, notes },
      });
    },
    RefundConfirmed: (event, rows) => {
      const { bookingId: id, amount: refund_amount, bankReference: bank_reference } = event.data;
      // A gateway's own word is nobody's act.
      if (bank_reference === null) return;
      const about = { action: "confirm_refund", type: "booking", id, fields: {} };
      note(event, rows, { ...about, particulars: { refund_amount, bank_reference } });
    },
    PayoutFailed: (event, rows) => {
      const { payoutId: id, reason } = event.data;
      const fields = { status: "failed", failure_reason: reason };
      note(event, rows, { action: "fail_payout", type: "payout", id, fields });
    },
    AccountBlocked: (event, rows) => {
      const { accountId: id, reason } = event.data;
      const fields = { is_active: false, reason };
      note(event, rows, { action: "block_user", type: "user", id, fields });
    },
    AccountUnblocked: (event, rows) => {
      const { accountId: id, reason } = event.data;
      const fields = { is_active: true, reason };
      note(event, rows, { action: "unblock_user", type: "user", id, fields });
    },
    AccountRegistered: (event, rows) => {
      const about = { action: "create_user", type: "user", id: event.data.accountId };
      note(event, rows, { ...about, fields: { is_active: true } });
    },
    PermissionsSet: (event, rows) => {
      const { accountId: id, permissions } = event.data;
      note(event, rows, { action: "set_permissions", type: "staff", id, fields: { permissions } });
    },
    ContactSubmitted: (event, rows) => {
      const about = { action: "submit_contact", type: "contact_submission" };
      note(event, rows, { ...about, id: event.data.contactId, fields: { status: "new" } });
    },
    ContactHandled: (event, rows) => {
      const { contactId: id, status, notes: admin_notes } = event.data;
      const about = { action: "update_contact_submission", type: "contact_submission", id };
      note(event, rows, { ...about, fields: { status, admin_notes } });
    },
    SettingsChanged: (event, rows) => {
      const { marketplace: id, values } = event.data;
      note(event, rows, { action: "update_settings", type: "settings", id, fields: values });
    },
  },
});
