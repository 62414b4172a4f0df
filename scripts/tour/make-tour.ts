import { countBar } from "../count-bar.js";
import { Api } from "./api.js";
import { Books } from "./books.js";
import { liveADay, oneOf, TOTAL, type Day } from "./day.js";
import { findings, type Finding } from "./findings.js";
import type { Host } from "./host.js";
import { detailOf } from "./order.js";
import { REFUNDED_LATER } from "./plan.js";
import type { Outcome } from "./report/bookings.js";
import { report } from "./report/report.js";
import { TourFailed } from "./tour-failed.js";
import { waitFor } from "./wait-for.js";

export interface Tour {
  readonly text: string;
  readonly findings: readonly Finding[];
}

/** Lives a day of business on a service and looks at what its books say of it. */
export async function makeTour(host: Host, signal: AbortSignal): Promise<Tour> {
  const api = new Api(host.url, signal);
  await askForSandbox(api);
  console.error(`Living a day of business on ${api.url}, which takes about a minute.`);
  const began = performance.now();
  const day = await liveObserved(api);
  const outcomes = await settledOutcomes(day);
  const seconds = ((performance.now() - began) / 1_000).toFixed(1);
  const setting = [
    `${day.town.customers.length} customers, ${day.town.partners.length} new partners`,
    `${api.requests} requests to ${api.url} (${host.origin}), ${seconds} s`,
  ];
  const books = await Books.open(api);
  const { id } = oneOf(day.booked, REFUNDED_LATER);
  const evidence = {
    day,
    outcomes,
    projections: await books.projections(),
    trialBalance: await books.trialBalance(),
    escrow: await books.bookingsInEscrow(),
    verified: await host.verify(signal),
  };
  const found = findings(evidence);
  const closeUp = { detail: await detailOf(day.town, id), entries: await books.entriesOf(id) };
  const story = { ...evidence, setting, closeUp };
  return { text: report(story, found), findings: found };
}

async function askForSandbox(api: Api): Promise<void> {
  const answer = await api.send({ method: "GET", path: "/sandbox/clock" });
  if (answer.ok) return;
  throw new TourFailed(`the tour moves the clock, so ${api.url} must have SANDBOX=on`);
}

async function liveObserved(api: Api): Promise<Day> {
  const bar = countBar("bookings", TOTAL);
  try {
    return await liveADay(api, (count) => bar.show(count));
  } finally {
    bar.end();
  }
}

/** How the bookings stand, once the gateway has confirmed what it was told to give back. */
async function settledOutcomes({ town, booked }: Day): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const taken of booked) {
    const detail = await waitFor(
      `${taken.number} (${taken.kind}) to be ${taken.ends.status} and ${taken.ends.payment}`,
      () => detailOf(town, taken.id),
      ({ booking }) =>
        booking.status === taken.ends.status && booking.payment_status === taken.ends.payment,
    );
    outcomes.push({ taken, detail });
  }
  return outcomes;
}
