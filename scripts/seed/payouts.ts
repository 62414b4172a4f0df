import { DAY, HOUR } from "../../src/kernel/clock.js";
import { numberOfDay } from "../../src/kernel/day-number.js";
import type { EarningsReserved } from "../../src/modules/earning/events.js";
import { earnings } from "../../src/modules/earning/earning.js";
import { payoutOfReservation } from "../../src/modules/payout/payout-of-reservation.js";
import { payouts } from "../../src/modules/payout/payout.js";
import { PAYOUT_NUMBERS } from "../../src/markets/minuteserv/day-numbers.js";
import { PAYING_BANK } from "../../src/markets/minuteserv/policy.js";
import { localDate } from "../../src/markets/minuteserv/visit.js";
import type { Story } from "./agenda.js";
import { Pen } from "./pen.js";
import type { Person } from "./people.js";
import { randomOf } from "./random.js";
import { ADMIN } from "./stay.js";
import type { Town } from "./town.js";

/** Share of transfers that the bank returns, in percent. */
const RETURNED = 8;

interface Payee {
  readonly town: Town;
  readonly pen: Pen;
  readonly partner: Person;
}

/** Once a week all that a partner has earned is paid out; what fails is done again. */
export async function* weeklyPayouts(
  town: Town,
  partner: Person,
  [first, end]: readonly [first: number, end: number],
): Story {
  const { seed, log, written } = town;
  const random = randomOf(seed, "payouts", partner.id);
  const pen = new Pen(log, `${seed} payouts ${partner.id}`, written);
  const payee = { town, pen, partner };
  for (let at = first; at < end; at += 7 * DAY) {
    yield { at, quiet: true };
    const payoutId = await requested(payee, at);
    if (payoutId === undefined) continue;
    const settledAt = at + 12 * HOUR;
    yield settledAt;
    const returned = random.percent(RETURNED);
    await settled(payee, payoutId, settledAt, !returned);
    if (!returned) continue;
    const again = at + 2 * DAY;
    yield { at: again, quiet: true };
    const second = await requested(payee, again);
    if (second === undefined) continue;
    yield again + 12 * HOUR;
    await settled(payee, second, again + 12 * HOUR, true);
  }
}

async function requested({ town, pen, partner }: Payee, at: number): Promise<string | undefined> {
  const envelope = pen.envelope({ at, actor: ADMIN });
  const { numbers } = town.log;
  const payoutNumber = await numberOfDay(numbers, envelope, PAYOUT_NUMBERS, localDate(at));
  const payoutId = pen.id(payoutNumber);
  const rail = "bank_transfer";
  const moment = { at, actor: ADMIN };
  const reserved = await pen.write(earnings, partner.id, moment, {
    type: "ReserveForPayout",
    payoutId,
    payoutNumber,
    rail,
  });
  const event = reserved?.events.find(({ type }) => type === "EarningsReserved");
  if (event === undefined) return undefined;
  const asked = payoutOfReservation(event.data as EarningsReserved);
  await pen.write(payouts, payoutId, moment, asked);
  return payoutId;
}

async function settled(
  { pen, partner }: Payee,
  payoutId: string,
  at: number,
  arrives: boolean,
): Promise<void> {
  const moment = { at, actor: ADMIN };
  if (arrives) {
    const bankTransactionId = `NEFT${payoutId.slice(0, 8).toUpperCase()}`;
    const paid = { type: "CompletePayout", bank: PAYING_BANK, bankTransactionId } as const;
    await pen.write(payouts, payoutId, moment, paid);
    await pen.write(earnings, partner.id, moment, { type: "MarkEarningsPaid", payoutId });
    return;
  }
  await pen.write(payouts, payoutId, moment, { type: "FailPayout", reason: "Account closed" });
  await pen.write(earnings, partner.id, moment, { type: "ReleaseEarnings", payoutId });
}
