import type { Claims } from "../kernel/commands.js";
import type { Messenger, OutgoingMessage, PaymentGateway } from "../kernel/gateway.js";
import type { Currency, Minor } from "../kernel/money.js";
import type { ProcessPorts } from "../kernel/process.js";
import type { Candidate, Need } from "../modules/booking/assignment.js";
import type { BookingEvent } from "../modules/booking/events.js";
import type { BookingState, VisitBooking } from "../modules/booking/state.js";
import type { Network } from "../modules/network/network.js";

/** What differs between markets in what the processes do. */
export interface ProcessRules {
  /** Automatic offers of one booking; then a person looks for a provider. */
  readonly maxOffers: number;
  /** A provider gives back their part of a lost chargeback, as of any refund; else the market. */
  readonly providersBearChargebacks?: boolean;
  /** How each kind of notification reaches whom it is for, beside the app's own list. */
  channels(notice: Pick<Notice, "type" | "audience">): readonly Channel[];
  /** What a member earns for each activated one whom they recommended; nothing without it. */
  readonly referralBonus?: { readonly amount: Minor; readonly currency: Currency };
  /** What subscribers of the market's own webhooks are told of an event, in this order. */
  news?(event: BookingEvent, before: BookingState, after: VisitBooking): readonly News[];
}

/** One message to whoever has subscribed to a market's webhooks. */
export interface News {
  /** `booking.created` */
  readonly event: string;
  readonly data: object;
}

/** A subscriber's webhook before it is signed. */
export interface Telling {
  /** The same telling has the same id whenever it is tried; receivers drop what they know. */
  readonly deliveryId: string;
  readonly marketplace: string;
  readonly url: string;
  /** What it is about, `booking-42`: for staff who look at deliveries. */
  readonly subject: string;
  readonly event: string;
  /** Sent as JSON. */
  readonly body: object;
}

/** Signs and posts webhooks. */
export interface Subscribers {
  /** Throws unless the subscriber took it; a telling that was taken before is not sent again. */
  tell(telling: Telling): Promise<void>;
}

export type Channel = OutgoingMessage["channel"];

/** Something that an event tells somebody, with the ways to reach them. */
export interface Notice {
  /** The notification's: the same event tells the same again under the same id. */
  readonly id: string;
  readonly type: string;
  readonly audience: "user" | "partner" | "staff";
  readonly title: string;
  readonly message: string;
  readonly metadata: Readonly<Record<string, string>>;
  readonly people: readonly Person[];
}

/** Contact data as it is now; null where there is none, or the person was erased. */
export interface Person {
  readonly id: string;
  readonly email: string | null;
  readonly phone: string | null;
}

/** The numbers that staff may turn and that a process needs, as they are now. */
export interface ProcessSettings {
  /** Percent of a booking's total that its provider earns. */
  readonly providerSharePercent: number;
  readonly minutesToRespond: number;
}

/** Which of our payments a gateway speaks of. */
export interface PaymentLookups {
  byOrder(orderId: string): Promise<string | undefined>;
  byGatewayPayment(gatewayPaymentId: string): Promise<string | undefined>;
  byGatewayRefund(gatewayRefundId: string): Promise<string | undefined>;
  byRefund(refundId: string): Promise<string | undefined>;
}

/** What main joins to the processes beside the kernel's own ports. */
export interface Ports extends ProcessPorts {
  readonly claims: Claims;
  readonly gateway: PaymentGateway;
  readonly messenger: Messenger;
  readonly network: Network;
  readonly payments: PaymentLookups;
  readonly subscribers: Subscribers;
  /** Minor units over all of a customer's bookings, as of the event or later. */
  readonly paidByCustomer: (customerId: string) => Promise<Minor>;
  /** What an event tells, and to whom, as the read model of notifications has it. */
  notices(eventId: string): Promise<readonly Notice[]>;
  rules(marketplace: string): ProcessRules;
  settings(marketplace: string): Promise<ProcessSettings>;
  /** Providers who could meet the need, the best one among them. */
  candidates(marketplace: string, need: Need): Promise<readonly Candidate[]>;
}
