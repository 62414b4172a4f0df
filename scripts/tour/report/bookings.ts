import type { BookingDetail } from "../answers.js";
import type { Taken } from "../day.js";
import { table } from "./table.js";
import { money } from "./texts.js";

export interface Outcome {
  readonly taken: Taken;
  readonly detail: BookingDetail;
}

/** A line a kind of booking: how many, how they ended, what was charged and what went back. */
export function bookingsByKind(outcomes: readonly Outcome[]): readonly string[] {
  const kinds = [...new Set(outcomes.map(({ taken }) => taken.kind))];
  const rows = kinds.map((kind) => {
    const of = outcomes.filter(({ taken }) => taken.kind === kind);
    const statuses = of.map(({ detail: { booking } }) => booking.status);
    const payments = of.map(({ detail: { booking } }) => booking.payment_status);
    return [kind, String(of.length), words(statuses), words(payments), ...sums(of)];
  });
  const all = ["all", String(outcomes.length), "", "", ...sums(outcomes)];
  return table(
    [
      ["kind", "left"],
      ["n", "right"],
      ["booking", "left"],
      ["payment", "left"],
      ["charged", "right"],
      ["refunded", "right"],
    ],
    [...rows, all],
  );
}

function words(statuses: readonly string[]): string {
  return [...new Set(statuses)].join(", ").replaceAll("_", " ");
}

function sums(outcomes: readonly Outcome[]): readonly [string, string] {
  let charged = 0;
  let refunded = 0;
  for (const { detail } of outcomes) {
    charged += detail.booking.grand_total;
    refunded += detail.payment?.refunded_amount ?? 0;
  }
  return [money(charged), money(refunded)];
}
