import { aggregateId, type Recorded } from "../kernel/event.js";
import { deriveId } from "../kernel/ids.js";
import { defineProcess, type Instruction, type ProcessDefinition } from "../kernel/process.js";
import { bookings } from "../modules/booking/booking.js";
import type { BookingEvent } from "../modules/booking/events.js";
import type { BookingState } from "../modules/booking/state.js";
import type { Ports, Telling } from "./ports.js";

/** About two hours of patience, the later tries a quarter of an hour apart. */
const ATTEMPTS = 16;

/**
 * Whoever listens at the address is told what becomes of bookings, in each booking's order
 * (Minuteserv, Custom Webhooks). One process an address, so that one that is away holds up no
 * other, and shows by its name among what is stuck.
 */
export function tellSubscriber(url: string): ProcessDefinition<Ports> {
  const tell = (event: Recorded, ports: Ports) => tellings(url, event, ports);
  return defineProcess<BookingEvent, Ports>({
    name: subscriberName(url),
    // However late, it must be known: books of others may hang on it.
    outward: { freshFor: Infinity, ordered: true, attempts: ATTEMPTS },
    on: {
      BookingPlaced: tell,
      ProviderOffered: tell,
      OfferAccepted: tell,
      BookingConfirmedByStaff: tell,
      BookingCompleted: tell,
      BookingCancelled: tell,
    },
  });
}

/** Names the host alone: paths and queries of such addresses often hold a secret. */
function subscriberName(url: string): string {
  return `tell-subscriber ${new URL(url).host} ${deriveId("subscriber", url).slice(0, 8)}`;
}

async function tellings(
  url: string,
  event: Recorded,
  ports: Ports,
): Promise<readonly Instruction[]> {
  const { marketplace, occurredAt } = event.metadata;
  const rules = ports.rules(marketplace);
  if (rules.news === undefined) return [];
  const { before, after, fact } = await around(event, ports);
  // One without a visit is no news in these words.
  if (after.visit === null) return [];
  return rules.news(fact, before, after).map(({ event: name, data }) => {
    const id = deriveId("news", event.id, name);
    return tellOne(ports, {
      deliveryId: deriveId("news-delivery", id, url),
      marketplace,
      url,
      subject: event.stream,
      event: name,
      body: { id, event: name, occurred_at: occurredAt, data },
    });
  });
}

/** The booking as it was when this happened, and by it, whatever has happened since. */
async function around(
  event: Recorded,
  { commands }: Ports,
): Promise<{
  readonly before: BookingState;
  readonly after: NonNullable<BookingState>;
  readonly fact: BookingEvent;
}> {
  const history = await commands.history(bookings, aggregateId(event.stream));
  let before = bookings.initial;
  for (const recorded of history) {
    const fact = recorded as BookingEvent;
    const after = bookings.evolve(before, fact);
    if (recorded.revision === event.revision && after !== null) return { before, after, fact };
    before = after;
  }
  throw new Error(`${event.stream} does not hold revision ${event.revision}`);
}

function tellOne({ subscribers }: Ports, telling: Telling): Instruction {
  return {
    target: telling.subject,
    command: telling.event,
    async deliver() {
      await subscribers.tell(telling);
      return undefined;
    },
  };
}
