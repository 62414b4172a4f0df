import type { Messenger, PaymentGateway } from "../kernel/gateway.js";
import type { ReadModel } from "../kernel/read-model.js";
import { CURRENCY, MARKETPLACE as EV, REFERRAL_BONUS } from "../markets/ev/policy.js";
import { notificationChannels } from "../markets/minuteserv/notification-channels.js";
import {
  DEFAULT_SETTINGS,
  MARKETPLACE,
  MAX_OFFERS,
  PROVIDERS_BEAR_CHARGEBACKS,
} from "../markets/minuteserv/policy.js";
import { webhookNews } from "../markets/minuteserv/webhook-news.js";
import type { Network } from "../modules/network/network.js";
import type { PaymentLookups, Ports, ProcessRules, Subscribers } from "../processes/ports.js";
import { assignmentCandidates } from "../../projections/assignment-candidates.js";
import { paidByCustomer } from "../../projections/instalment-bookings.js";
import { paymentByGatewayId, paymentByOrder } from "../../projections/payments.js";
import { refundByGatewayId, refundById } from "../../projections/refunds.js";
import { settingsOf } from "../../projections/settings.js";
import type { Foundation } from "./foundation.js";
import { noticesOf } from "./notices.js";

const RULES: Readonly<Record<string, ProcessRules>> = {
  [MARKETPLACE]: {
    maxOffers: MAX_OFFERS,
    channels: notificationChannels,
    news: webhookNews,
    providersBearChargebacks: PROVIDERS_BEAR_CHARGEBACKS,
  },
  // Nobody is sent to a member, and members read their news in the list that the document has.
  [EV]: {
    maxOffers: 0,
    channels: () => [],
    referralBonus: { amount: REFERRAL_BONUS, currency: CURRENCY },
  },
};

/** The world that the processes act upon. */
export interface Outside {
  readonly payments: PaymentGateway;
  readonly messenger: Messenger;
  readonly subscribers: Subscribers;
  readonly network: Network;
}

/** Joins the queries and policies of the markets to the processes' ports. */
export function processPorts(foundation: Foundation, outside: Outside): Ports {
  const { clock, database: reads, eventLog } = foundation;
  return {
    clock,
    reads,
    commands: eventLog,
    claims: eventLog.claims,
    gateway: outside.payments,
    messenger: outside.messenger,
    subscribers: outside.subscribers,
    network: outside.network,
    payments: lookups(reads),
    paidByCustomer: (customerId) => paidByCustomer(reads, customerId),
    notices: (eventId) => noticesOf(reads, eventId),
    rules(marketplace) {
      const rules = RULES[marketplace];
      if (rules === undefined) throw new Error(`${marketplace} has no rules for processes`);
      return rules;
    },
    async settings(marketplace) {
      const values = await settingsOf(reads, marketplace, DEFAULT_SETTINGS);
      return {
        providerSharePercent: 100 - values.commission_percentage,
        minutesToRespond: values.partner_assignment_timeout,
      };
    },
    candidates: (marketplace, need) => assignmentCandidates(reads, marketplace, need),
  };
}

function lookups(reads: ReadModel): PaymentLookups {
  return {
    byOrder: async (id) => (await paymentByOrder(reads, id))?.id,
    byGatewayPayment: async (id) => (await paymentByGatewayId(reads, id))?.id,
    byGatewayRefund: async (id) => (await refundByGatewayId(reads, id))?.payment_id,
    byRefund: async (id) => (await refundById(reads, id))?.payment_id,
  };
}
