import test from "ava";
import { sections } from "../../../../src/markets/minuteserv/documented/index.js";
import { pay } from "../../../world/minuteserv.js";
import {
  bookBoth,
  openDocumentWorld,
  requestTo,
  type DocumentWorld,
} from "../../../world/minuteserv-document.js";

let scene: DocumentWorld;

test.before(async () => {
  scene = await openDocumentWorld();
});

test.after.always(() => scene.world.close());

test.serial("Authentication", async (t) => {
  const { manual, nobody } = scene;
  const free = ["data.refresh_token"];
  const loggedIn = await manual.hold(t, "POST /admin/auth/login", { client: nobody, free });
  await manual.hold(t, "POST /admin/auth/refresh-token", {
    client: nobody,
    live: { refresh_token: loggedIn.text("data.refresh_token") },
    free,
  });
});

test.serial("Services Management", async (t) => {
  const { manual, staff } = scene;
  const made = await manual.hold(t, "POST /admin/services", { client: staff });
  const ids = [made.text("data.service.id")];
  await manual.hold(t, "GET /admin/services", { client: staff, query: { is_active: "true" } });
  await manual.hold(t, "PUT /admin/services/:id", { client: staff, ids });
  await manual.hold(t, "DELETE /admin/services/:id", { client: staff, ids });
});

test.serial("Promo Codes Management", async (t) => {
  const { manual, staff } = scene;
  const made = await manual.hold(t, "POST /admin/promo-codes", {
    client: staff,
    live: { code: "SAVE11" },
    free: ["data.promo_code.code"],
  });
  await manual.hold(t, "GET /admin/promo-codes", {
    client: staff,
    free: ["data.promo_codes"],
    nullable: ["valid_from", "valid_until", "total_usage_limit"].map(
      (name) => `data.promo_codes.*.${name}`,
    ),
  });
  const ids = [made.text("data.promo_code.id")];
  await manual.hold(t, "PUT /admin/promo-codes/:id", { client: staff, ids });
});

test.serial("Contact Submissions", async (t) => {
  const { manual, staff, john } = scene;
  await john.post("/contact", requestTo("POST", "/contact"));
  const listed = await manual.hold(t, "GET /admin/contact-submissions", { client: staff });
  const ids = [listed.text("data.submissions.0.id")];
  await manual.hold(t, "PATCH /admin/contact-submissions/:id", { client: staff, ids });
});

test.serial("Audit Logs", async (t) => {
  const { world, manual, staff, john } = scene;
  const booked = await bookBoth(scene, john, { promo: "SAVE10" });
  await pay(world, booked.text("data.payment.order_id"));
  const id = booked.text("data.booking.id");
  await staff.patch(`/admin/bookings/${id}/status`, { status: "confirmed" });
  const found = await manual.hold(t, "GET /admin/audit-logs", {
    client: staff,
    query: { resource_type: "booking", resource_id: id, action: "update_booking" },
    words: { "data.logs.*.changes.status.old": ["pending", "partner_assigned"] },
  });
  t.is(found.at("data.logs.0.resource_id"), id);
});

test.serial("Users Management", async (t) => {
  const { manual, staff, john } = scene;
  const listed = await manual.hold(t, "GET /admin/users", {
    client: staff,
    query: { search: "john" },
    free: ["data.users.*.total_bookings", "data.users.*.total_spent"],
  });
  t.like(listed.at("data.users.0"), { total_bookings: 1, total_spent: 1771.2 });
  const ids = [listed.text("data.users.0.id")];
  const seen = await manual.hold(t, "GET /admin/users/:id", {
    client: staff,
    ids,
    free: ["data.stats"],
  });
  t.like(seen.at("data.stats"), { total_bookings: 1, average_order_value: 1771.2 });
  await manual.hold(t, "PATCH /admin/users/:id/status", { client: staff, ids });
  t.is((await john.get("/auth/me")).status, 403, "blocked");
});

test.serial("System Settings", async (t) => {
  const { manual, staff } = scene;
  await manual.hold(t, "GET /admin/settings", { client: staff });
  await manual.hold(t, "PUT /admin/settings", { client: staff });
});

test.serial("every endpoint of these headings was held", (t) => {
  const held = [
    sections.adminAuditLogs,
    sections.adminAuthentication,
    sections.adminContact,
    sections.adminPromoCodes,
    sections.adminServices,
    sections.adminSettings,
    sections.adminUsers,
  ];
  t.deepEqual(scene.manual.unheld(...held), []);
});
