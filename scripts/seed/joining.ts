import { MINUTE } from "../../src/kernel/clock.js";
import type { ServiceOffer } from "../../src/modules/catalogue/events.js";
import { partners } from "../../src/modules/partner/partner.js";
import { MARKETPLACE } from "../../src/markets/minuteserv/policy.js";
import type { Story } from "./agenda.js";
import { Pen } from "./pen.js";
import type { Person } from "./people.js";
import type { Town } from "./town.js";

/** A partner registers, is verified and comes online. */
export async function* joining(town: Town, person: Person, at: number): Story {
  const { seed, log, services: offers, written } = town;
  const { id, name, phone, email, address } = person;
  const pen = new Pen(log, `${seed} partner ${id}`, written);
  const claim = { scope: `${MARKETPLACE}.partner.phone`, value: phone, owner: id };
  await log.claims.take(claim, pen.envelope({ at }));
  const number = await log.numbers.next(`${MARKETPLACE}-partner`, pen.envelope({ at }));
  const words = (of: (offer: ServiceOffer) => string) => [
    ...new Set(offers.map(({ offer }) => of(offer))),
  ];
  await pen.write(
    partners,
    id,
    { at },
    {
      type: "RegisterPartner",
      partnerId: id,
      code: `PT-${String(number).padStart(3, "0")}`,
      capabilities: {
        categories: words(({ category }) => category),
        tiers: words(({ tier }) => tier),
        radiusKm: 25,
      },
      workingHours: { start: "08:00", end: "20:00", days: [1, 2, 3, 4, 5, 6, 7] },
      profile: { name, phone, email, address: address.line1 },
      kyc: {
        aadharNumber: null,
        panNumber: "ABCDE1234F",
        bankAccountNumber: phone.slice(3),
        ifscCode: "SBIN0001234",
        bankName: "State Bank of India",
      },
    },
  );
  const later = at + 5 * MINUTE;
  yield later;
  await pen.write(
    partners,
    id,
    { at: later },
    { type: "VerifyPartner", decision: "verified", notes: null },
    { type: "ChangeAvailability", isAvailable: true, lat: address.lat, lng: address.lng },
  );
}
