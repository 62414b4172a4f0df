import type { Finding, Evidence } from "../findings.js";
import type { BookingDetail } from "../answers.js";
import type { Entry } from "../books.js";
import { bookingsByKind } from "./bookings.js";
import { journal, timeline } from "./one-booking.js";
import { payoutsMade } from "./payouts.js";
import { lags } from "./projections.js";
import { sumsByKind } from "./trial-balance.js";
import { verified } from "./verified.js";

export interface Story extends Evidence {
  /** The booking that is looked at closely. */
  readonly closeUp: { readonly detail: BookingDetail; readonly entries: readonly Entry[] };
  /** Which service it was, how much it had to do and how long it took. */
  readonly setting: readonly string[];
}

/** All that the tour has to tell, as text. */
export function report(story: Story, found: readonly Finding[]): string {
  const { day, outcomes, closeUp } = story;
  const { detail, entries } = closeUp;
  const number = detail.booking.booking_number;
  const sections: readonly (readonly [string, readonly string[]])[] = [
    [`A day at Minuteserv, ${day.town.day.date}`, story.setting.map((line) => `  ${line}`)],
    ["Bookings, in INR", bookingsByKind(outcomes)],
    ["Payouts to partners, in INR", payoutsMade(day.payouts)],
    [`One booking: ${number}`, timeline(detail)],
    [`What the journal says of ${number}`, journal(entries)],
    ["Trial balance, in INR (* stands for ids)", sumsByKind(story.trialBalance)],
    ["How far the read models are behind the log", lags(story.projections)],
    ["Verify: rebuilt from the log and compared with live", verified(story.verified)],
    ["What must be so", found.flatMap(checked)],
  ];
  const texts = sections.map(([title, lines]) => [title, ...lines].join("\n"));
  return `${texts.join("\n\n")}\n`;
}

function checked({ claim, faults }: Finding): readonly string[] {
  if (faults.length === 0) return [`  ok      ${claim}`];
  return [`  WRONG   ${claim}`, ...faults.map((fault) => `          ${fault}`)];
}
