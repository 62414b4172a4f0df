import { defineProjection } from "../../src/kernel/projection.js";
import type { AccountEvent } from "../../src/modules/account/events.js";
import type { BookingEvent } from "../../src/modules/booking/events.js";
import type { ServiceEvent } from "../../src/modules/catalogue/events.js";
import type { ContactEvent } from "../../src/modules/contact/events.js";
import type { EarningEvent } from "../../src/modules/earning/events.js";
import type { PartnerEvent } from "../../src/modules/partner/events.js";
import type { PayoutEvent } from "../../src/modules/payout/events.js";
import type { PromotionEvent } from "../../src/modules/promotion/events.js";
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
  | PayoutEvent
  | PromotionEvent
  | ServiceEvent
  | SettingsEvent;

/** What staff did, with the values before and after (Minuteserv, admin_audit_logs). */
export const audit = defineProjection<Audited>({
  name: "audit",
  version: 2,
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
      const fields = { code, ...terms };
      note(event, rows, { action: "create_promo_code", type: "promo_code", id, fields });
    },
    PromotionChanged: (event, rows) => {
      const { promotionId: id, terms } = event.data;
      note(event, rows, {
        action: "update_promo_code",
        type: "promo_code",
        id,
        fields: { ...terms },
      });
    },
    EarningsReserved: (event, rows) => {
      const { payoutId: id, providerId: partner_id, gross, net } = event.data;
      const fields = { partner_id, gross, net, status: "pending" };
      note(event, rows, { action: "create_payout", type: "payout", id, fields });
    },
    PayoutCompleted: (event, rows) => {
      const about = { action: "process_payout", type: "payout", id: event.data.payoutId };
      note(event, rows, { ...about, fields: { status: "completed" } });
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
