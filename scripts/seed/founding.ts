import { HOUR, MINUTE } from "../../src/kernel/clock.js";
import { accounts } from "../../src/modules/account/account.js";
import { services } from "../../src/modules/catalogue/catalogue.js";
import { promotions } from "../../src/modules/promotion/promotion.js";
import { MARKETPLACE, MOST_ADDRESSES } from "../../src/markets/minuteserv/policy.js";
import { DEMO_PROMOTION } from "../../src/sandbox/demo/catalogue.js";
import type { Beginning, Story } from "./agenda.js";
import { joining } from "./joining.js";
import { Pen } from "./pen.js";
import type { Person } from "./people.js";
import type { Town } from "./town.js";

/** The terms of the one promo code of the town. */
export const SEED_TERMS = { ...DEMO_PROMOTION, perAccountLimit: null, minOrder: null };

/** How the town came to be, shortly before the first booking. */
export function founding(town: Town, at: number): Beginning[] {
  const spread = (count: number, index: number) => at - HOUR + (index * 50 * MINUTE) / count;
  return [
    { at: at - 2 * HOUR, story: wares(town, at - 2 * HOUR) },
    ...town.partners.map((partner, index) => {
      const joined = spread(town.partners.length, index);
      return { at: joined, story: joining(town, partner, joined) };
    }),
    ...town.customers.map((customer, index) => {
      const joined = spread(town.customers.length, index);
      return { at: joined, story: signUp(town, customer, joined) };
    }),
  ];
}

async function* wares(town: Town, at: number): Story {
  const { seed, log, services: offers, promotion, written } = town;
  const pen = new Pen(log, `${seed} wares`, written);
  for (const { id, offer } of offers) {
    await pen.write(services, id, { at }, { type: "AddService", serviceId: id, offer });
  }
  yield at + MINUTE;
  const { id, code } = promotion;
  const claim = { scope: `${MARKETPLACE}.promo.code`, value: code, owner: id };
  await log.claims.take(claim, pen.envelope({ at }));
  const create = { type: "CreatePromotion", promotionId: id, code, terms: SEED_TERMS } as const;
  await pen.write(promotions, id, { at: at + MINUTE }, create);
}

async function* signUp({ seed, log, written }: Town, person: Person, at: number): Story {
  const { id, name, phone, email, addressId, address } = person;
  const pen = new Pen(log, `${seed} customer ${id}`, written);
  const moment = { at, actor: { id, role: "customer" } };
  const claim = { scope: `${MARKETPLACE}.customer.phone`, value: phone, owner: id };
  // A number that somebody else has already is left to them: this person has lost the card.
  await log.claims.take(claim, pen.envelope(moment));
  await pen.write(
    accounts,
    id,
    moment,
    {
      type: "RegisterAccount",
      accountId: id,
      kind: "customer",
      role: "customer",
      profile: { name: null, phone, email: null },
    },
    { type: "SignIn" },
  );
  const later = at + 5 * MINUTE;
  yield later;
  await pen.write(
    accounts,
    id,
    { ...moment, at: later },
    { type: "CompleteProfile", profile: { name, email } },
    { type: "AddAddress", addressId, address, most: MOST_ADDRESSES },
  );
}
