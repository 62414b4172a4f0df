import test from "ava";
import { services } from "../../../src/modules/catalogue/catalogue.js";
import type { ServiceEvent, ServiceOffer } from "../../../src/modules/catalogue/events.js";
import { given } from "../scenario.js";

const serviceId = "5f0c7f0e-3a51-4a3f-9d53-0f3f3b2f1c01";

const offer: ServiceOffer = {
  name: "Facial - Minimal",
  description: "Complete facial treatment",
  category: "Facial",
  serviceType: "Facial",
  tier: "Minimal",
  currency: "INR",
  price: 100_000,
  marketPrice: 120_000,
  durationMinutes: 60,
  imageUrl: null,
  isActive: true,
};

const added: ServiceEvent = { type: "ServiceAdded", data: { serviceId, offer } };
const retired: ServiceEvent = { type: "ServiceRetired", data: { serviceId } };

test("a service is added once", (t) => {
  given(t, services).when({ type: "AddService", serviceId, offer }).yields(added);
  const history = given(t, services, added);
  history.when({ type: "AddService", serviceId, offer: { ...offer } }).yields();
  history
    .when({ type: "AddService", serviceId, offer: { ...offer, price: 1 } })
    .refuses("conflict", "service_exists");
});

test("a partial change keeps the rest and tells the whole", (t) => {
  const history = given(t, services, added);
  history
    .when({ type: "ChangeService", change: { price: 110_000, marketPrice: null, name: undefined } })
    .yields({
      type: "ServiceChanged",
      data: { serviceId, offer: { ...offer, price: 110_000, marketPrice: null } },
    });
  history.when({ type: "ChangeService", change: { price: 100_000 } }).yields();
});

test("a service that costs less than nothing or takes no time is refused", (t) => {
  const history = given(t, services, added);
  for (const change of [{ price: -1 }, { marketPrice: -1 }, { durationMinutes: 0 }]) {
    history.when({ type: "ChangeService", change }).refuses("invalid", "offer_invalid");
    given(t, services)
      .when({ type: "AddService", serviceId, offer: { ...offer, ...change } })
      .refuses("invalid", "offer_invalid");
  }
});

test("a service is retired once and can come back", (t) => {
  given(t, services, added).when({ type: "RetireService" }).yields(retired);
  given(t, services, added, retired).when({ type: "RetireService" }).yields();
  given(t, services, added, retired)
    .when({ type: "ChangeService", change: { isActive: true } })
    .yields({ type: "ServiceChanged", data: { serviceId, offer } });
});

test("an unknown service is neither changed nor retired", (t) => {
  const unknown = ["not_found", "service_unknown"] as const;
  given(t, services)
    .when({ type: "RetireService" })
    .refuses(...unknown);
  given(t, services)
    .when({ type: "ChangeService", change: {} })
    .refuses(...unknown);
});
