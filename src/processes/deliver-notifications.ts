import type { Recorded } from "../kernel/event.js";
import { DAY } from "../kernel/clock.js";
import { ERASED } from "../kernel/event-catalogue.js";
import type { OutgoingMessage } from "../kernel/gateway.js";
import { deriveId } from "../kernel/ids.js";
import { defineProcess, type Instruction } from "../kernel/process.js";
import type { BookingEvent } from "../modules/booking/events.js";
import type { PaymentEvent } from "../modules/payment/events.js";
import type { PayoutEvent } from "../modules/payout/events.js";
import type { Channel, Notice, Person, Ports } from "./ports.js";

/**
 * What customers, partners and staff are told also reaches them by mail, SMS and push, as their
 * market says (notification.01, .02: "Send notifications"). Contacts are those of the moment of
 * delivery. The messages of an event have the same ids whenever it is reacted to, so a carrier
 * that knows ids sends each once.
 */
export const deliverNotifications = defineProcess<BookingEvent | PaymentEvent | PayoutEvent, Ports>(
  {
    name: "deliver-notifications",
    // Nobody wants an SMS of last week.
    outward: { freshFor: DAY },
    on: {
      ProviderOffered: deliver,
      OfferAccepted: deliver,
      BookingConfirmedByStaff: deliver,
      BookingCancelled: deliver,
      AssignmentQueued: deliver,
      PaymentCaptured: deliver,
      PaymentFailed: deliver,
      RefundConfirmed: deliver,
      PayoutCompleted: deliver,
      PayoutFailed: deliver,
    },
  },
);

async function deliver(event: Recorded, ports: Ports): Promise<readonly Instruction[]> {
  const { marketplace } = event.metadata;
  const notices = await ports.notices(event.id);
  const messages = notices.flatMap((notice) =>
    ports
      .rules(marketplace)
      .channels(notice)
      .flatMap((channel) => notice.people.flatMap((person) => messageTo(person, notice, channel))),
  );
  if (messages.length === 0) return [];
  return [
    sendAll(
      messages.map((message) => ({ ...message, marketplace })),
      ports,
    ),
  ];
}

type Addressed = Omit<OutgoingMessage, "marketplace">;

/** None where the person cannot be reached this way. */
function messageTo(person: Person, notice: Notice, channel: Channel): Addressed[] {
  const to = addressOf(channel, person);
  if (to === null || to === ERASED) return [];
  const { title, message, type, metadata } = notice;
  return [
    {
      id: deriveId("message", notice.id, channel, person.id),
      channel,
      to,
      subject: title,
      text: message,
      data: {
        ...metadata,
        notification_type: type,
        notification_id: notice.id,
        user_id: person.id,
      },
    },
  ];
}

/** Devices are known to the push carrier by whose they are. */
function addressOf(channel: Channel, { id, email, phone }: Person): string | null {
  switch (channel) {
    case "email":
      return email;
    case "sms":
      return phone;
    case "push":
      return id;
  }
}

/** Sends them side by side: one carrier that is away does not keep the others' from going out. */
function sendAll(messages: readonly OutgoingMessage[], { messenger }: Ports): Instruction {
  return {
    target: "messenger",
    command: "Send",
    async deliver() {
      const sent = await Promise.allSettled(messages.map((message) => messenger.send(message)));
      const failed = sent.find((outcome) => outcome.status === "rejected");
      if (failed !== undefined) throw failed.reason;
      return undefined;
    },
  };
}
