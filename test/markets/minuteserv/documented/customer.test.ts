import test from "ava";
import { sections } from "../../../../src/markets/minuteserv/documented/index.js";
import { customer, otpSentTo } from "../../../world/minuteserv.js";
import {
  bookBoth,
  BOOKING_WORDS,
  hirePriya,
  JOHN,
  openDocumentWorld,
  type DocumentWorld,
} from "../../../world/minuteserv-document.js";
import { acceptedBooking } from "../../../world/minuteserv-partners.js";

/** Ours is no JWT: it means nothing but to the service. */
const OPAQUE = ["data.refresh_token"];

let scene: DocumentWorld;

test.before(async () => {
  scene = await openDocumentWorld();
});

test.after.always(() => scene.world.close());

test.serial("Dashboard", async (t) => {
  const { world, manual, john } = scene;
  const priya = await hirePriya(scene);
  const done = await acceptedBooking(world, john, priya, { days: 5, method: "online" });
  await priya.client.post(`/partner/bookings/${done}/complete`, {});
  await acceptedBooking(world, john, priya, { days: 3, method: "online" });
  await manual.hold(t, "GET /dashboard", {
    client: john,
    free: ["data.recent_bookings.*.grand_total"],
    words: { "data.recent_bookings.*.status": BOOKING_WORDS },
  });
});

test.serial("Authentication", async (t) => {
  const { world, manual, nobody } = scene;
  await manual.hold(t, "POST /auth/send-otp", { client: nobody });
  const signedIn = await manual.hold(t, "POST /auth/verify-otp", {
    client: nobody,
    live: { otp_code: await otpSentTo(world, JOHN) },
    free: OPAQUE,
  });
  const refreshed = await manual.hold(t, "POST /auth/refresh-token", {
    client: nobody,
    live: { refresh_token: signedIn.text("data.refresh_token") },
    free: OPAQUE,
  });
  const john = nobody.as(refreshed.text("data.access_token"));
  await manual.hold(t, "GET /auth/me", { client: john });
  await manual.hold(t, "POST /auth/logout", { client: john });
  t.is((await john.get("/auth/me")).status, 401, "logged out");
});

test.serial("Services", async (t) => {
  const { manual, john, services: ids } = scene;
  const catalog = await manual.hold(t, "GET /services/catalog", { client: john });
  t.is(catalog.list("data.all_services").length, 2);
  const filtered = await john.get("/services/catalog?category=Facial&tier=Minimal");
  t.is(filtered.list("data.all_services").length, 1);
  await manual.hold(t, "GET /services/:id", { client: john, ids: [ids[0]] });
});

test.serial("User Addresses", async (t) => {
  const { manual, john } = scene;
  await manual.hold(t, "GET /users/addresses", { client: john });
  const made = await manual.hold(t, "POST /users/addresses", { client: john });
  const ids = [made.text("data.id")];
  await manual.hold(t, "PUT /users/addresses/:id", { client: john, ids });
  await manual.hold(t, "PATCH /users/addresses/:id/set-default", { client: john, ids });
  const listed = await john.get("/users/addresses");
  const defaults = (listed.list("data") as readonly { id: string; is_default: boolean }[])
    .filter(({ is_default }) => is_default)
    .map(({ id }) => id);
  t.deepEqual(defaults, ids);
  await manual.hold(t, "DELETE /users/addresses/:id", { client: john, ids });
});

test.serial("Promo Codes", async (t) => {
  const { world, manual, services: ids } = scene;
  const client = await customer(world);
  await client.post("/checkout/prepare", { service_ids: ids, promo_code: "SAVE10" });
  await manual.hold(t, "POST /promo-codes/validate", { client });
  t.is((await bookBoth(scene, client, { promo: "SAVE10" })).status, 201);
  const again = await client.post("/promo-codes/validate", { code: "SAVE10", amount: 2000 });
  t.is(again.at("data.valid"), false, "once a user");
});

test.serial("Contact", async (t) => {
  await scene.manual.hold(t, "POST /contact", { client: scene.john });
});

test.serial("every endpoint of these headings was held", (t) => {
  const held = [
    sections.addresses,
    sections.authentication,
    sections.contact,
    sections.dashboard,
    sections.promoCodes,
    sections.services,
  ];
  t.deepEqual(scene.manual.unheld(...held), []);
});
