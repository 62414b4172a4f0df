import { accepted, rejectedOnce, rejectedThrice, unansweredOnce } from "./assigning.js";
import { cancelAtOnce, cancelLate } from "./giving-back.js";
import { order, type Placed, type Wish } from "./order.js";
import { payAtSecondTry, payByProof, payByWebhook } from "./paying.js";
import type { Town } from "./town.js";

/** How a kind of booking is to stand when the day is over. */
export interface Ending {
  readonly status: string;
  readonly payment: string;
}

export interface Kind {
  readonly title: string;
  readonly count: number;
  readonly ends: Ending;
  /** Books, and brings the booking to where a partner has accepted it or nothing is left to do. */
  readonly take: (town: Town, wish: Wish) => Promise<Placed>;
}

type Step = (town: Town, placed: Placed) => Promise<void>;

/** Orders on such terms and takes one step after the other. */
function online(...steps: readonly Step[]): Kind["take"] {
  return async (town, wish) => follow(town, await order(town, wish, { method: "online" }), steps);
}

function withPromo(...steps: readonly Step[]): Kind["take"] {
  const terms = { method: "online", promo: true } as const;
  return async (town, wish) => follow(town, await order(town, wish, terms), steps);
}

function inCash(...steps: readonly Step[]): Kind["take"] {
  return async (town, wish) => follow(town, await order(town, wish, { method: "cash" }), steps);
}

async function follow(town: Town, placed: Placed, steps: readonly Step[]): Promise<Placed> {
  for (const step of steps) await step(town, placed);
  return placed;
}

const served: Ending = { status: "completed", payment: "paid" };

/** The kind that staff refund in part in the evening. */
export const REFUNDED_LATER: Kind = {
  title: "online, served, refunded in part",
  count: 1,
  ends: { status: "completed", payment: "partially_refunded" },
  take: online(payByWebhook, accepted),
};

/** What is booked once the day's partners have a rating, in the order in which it is booked. */
export const PLAN: readonly Kind[] = [
  {
    title: "cancelled at once, free of charge",
    count: 3,
    ends: { status: "cancelled", payment: "refunded" },
    take: online(payByWebhook, cancelAtOnce),
  },
  {
    title: "cancelled after 6 minutes, with a fee",
    count: 3,
    ends: { status: "cancelled", payment: "partially_refunded" },
    take: online(payByWebhook, accepted, cancelLate),
  },
  {
    title: "rejected by a partner, taken by the next",
    count: 2,
    ends: served,
    take: online(payByWebhook, rejectedOnce),
  },
  {
    title: "not answered in time, taken by the next",
    count: 2,
    ends: served,
    take: inCash(unansweredOnce),
  },
  {
    title: "rejected by three, assigned by staff",
    count: 1,
    ends: served,
    take: online(payByProof, rejectedThrice),
  },
  REFUNDED_LATER,
  {
    title: "online, told by webhook",
    count: 7,
    ends: served,
    take: online(payByWebhook, accepted),
  },
  {
    title: "online, proved by signature",
    count: 5,
    ends: served,
    take: online(payByProof, accepted),
  },
  {
    title: "online, paid at the second try",
    count: 3,
    ends: served,
    take: online(payAtSecondTry, accepted),
  },
  {
    title: "online, with a promo code",
    count: 5,
    ends: served,
    take: withPromo(payByWebhook, accepted),
  },
  { title: "in cash", count: 8, ends: served, take: inCash(accepted) },
];
