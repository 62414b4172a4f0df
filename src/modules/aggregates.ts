import type { Aggregate } from "../kernel/decider.js";
import type { DomainEvent } from "../kernel/event.js";
import { accounts } from "./account/account.js";
import { statementDays } from "./bank/statement-day.js";
import { bookings } from "./booking/booking.js";
import { services } from "./catalogue/catalogue.js";
import { chargebacks } from "./chargeback/chargeback.js";
import { contacts } from "./contact/contact.js";
import { disputes } from "./dispute/dispute.js";
import { documents } from "./document/document.js";
import { earnings } from "./earning/earning.js";
import { inboxes } from "./inbox/inbox.js";
import { kycs } from "./kyc/kyc.js";
import { nodes } from "./network/node.js";
import { nominees } from "./nominee/nominee.js";
import { pairs } from "./pair/pair.js";
import { partners } from "./partner/partner.js";
import { payments } from "./payment/payment.js";
import { payouts } from "./payout/payout.js";
import { subjects } from "./privacy/subject.js";
import { promotions } from "./promotion/promotion.js";
import { reconciliations } from "./reconciliation/reconciliation.js";
import { settlements } from "./settlement/settlement.js";
import { settings } from "./settings/settings.js";
import { wallets } from "./wallet/wallet.js";
import { webhooks } from "./webhook/webhook.js";

/**
 * Every aggregate of the business, for those who deal with all events alike: the log's upcasters
 * and keys, replay with states, and the test that each event has a stored sample.
 */
export const aggregates: readonly Aggregate<unknown, unknown, DomainEvent>[] = [
  accounts,
  statementDays,
  bookings,
  chargebacks,
  contacts,
  disputes,
  documents,
  earnings,
  inboxes,
  kycs,
  nodes,
  nominees,
  pairs,
  partners,
  payments,
  payouts,
  promotions,
  reconciliations,
  services,
  settings,
  settlements,
  subjects,
  wallets,
  webhooks,
];
