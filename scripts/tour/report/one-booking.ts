import type { BookingDetail } from "../answers.js";
import type { Entry } from "../books.js";
import { money, shortIds, timeOfDay } from "./texts.js";
import { table } from "./table.js";

/** When what happened to a booking, and by whom. */
export function timeline({ booking, timeline: course }: BookingDetail): readonly string[] {
  const services = booking.services.map(({ name }) => name).join(", ");
  const total = money(booking.grand_total);
  return [
    `  ${services} with ${booking.partner?.name ?? "nobody"}, ${total} INR`,
    "",
    ...course.map(({ action, timestamp, by }) => {
      const what = action.replaceAll("_", " ");
      return `  ${timeOfDay(timestamp)}  ${what.padEnd(18)}by ${by}`;
    }),
  ];
}

/** The booking's journal entries, each under the event that caused it. */
export function journal(entries: readonly Entry[]): readonly string[] {
  const rows = entries.flatMap(({ effective_at: at, event, lines }) => [
    [`${timeOfDay(at)}  ${event.type} (${shortIds(event.stream)} at ${event.revision})`, "", ""],
    ...lines.map(({ account, debit, credit }) => [
      `         ${shortIds(account)}`,
      money(debit),
      money(credit),
    ]),
  ]);
  return table(
    [
      ["event and accounts", "left"],
      ["debit", "right"],
      ["credit", "right"],
    ],
    rows,
  );
}
