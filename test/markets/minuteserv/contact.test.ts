import test from "ava";
import { openServiceWorld, type ServiceWorld } from "../../world/service.js";
import { admin, BASE, customer } from "../../world/minuteserv.js";
import { refusesOthers, UNKNOWN } from "../../world/minuteserv-staff.js";

let world: ServiceWorld;

test.before(async () => {
  world = await openServiceWorld({ RATE_LIMITS: "off" });
});

test.after.always(() => world.close());

const FORM = {
  name: "John Doe",
  email: "john@example.com",
  phone: "+911234567890",
  subject: "Service Inquiry",
  message: "I would like to know about...",
};

test("a message is thanked for, found by staff and answered", async (t) => {
  const client = await customer(world);
  const sent = await client.post("/contact", FORM);
  t.deepEqual(sent.body, {
    success: true,
    message: "Thank you for contacting us. We'll get back to you soon.",
  });
  const { name, email, message } = FORM;
  t.is((await client.post("/contact", { name, email, message })).status, 201);

  const staff = await admin(world, "support");
  const found = await staff.get("/admin/contact-submissions?status=new");
  t.is(found.at("data.pagination.total"), 2, found.raw);
  t.is(found.at("data.submissions.0.phone"), null, "newest first");
  const id = found.text("data.submissions.1.id");
  for (const [field, value] of Object.entries({ ...FORM, status: "new" })) {
    t.is(found.at(`data.submissions.1.${field}`), value, field);
  }
  const path = `/admin/contact-submissions/${id}`;
  const example = { status: "replied", admin_notes: "Responded via email on 2024-01-20" };
  const replied = await staff.patch(path, example);
  t.is(replied.at("data.submission.status"), "replied", replied.raw);
  const resolved = await staff.patch(path, { status: "resolved" });
  t.is(resolved.at("data.submission.admin_notes"), example.admin_notes);
  const open = await staff.get("/admin/contact-submissions?status=new&limit=1");
  t.deepEqual(open.at("data.pagination"), { page: 1, limit: 1, total: 1, total_pages: 1 });
});

test("half a form and unknown words are refused", async (t) => {
  const client = await customer(world);
  const { name: _name, ...nameless } = FORM;
  const wrong = [nameless, { ...FORM, email: "john" }, { ...FORM, message: " " }, {}];
  for (const body of wrong) {
    t.is((await client.post("/contact", body)).status, 422, JSON.stringify(body));
  }
  t.is((await world.http.at(BASE).post("/contact", FORM)).status, 401);
  const staff = await admin(world);
  t.is((await staff.get("/admin/contact-submissions?status=lost")).status, 422);
  const path = `/admin/contact-submissions/${UNKNOWN}`;
  t.is((await staff.patch(path, { status: "lost" })).status, 422);
  t.is((await staff.patch(path, { status: "read" })).status, 404);
  const may = ["super_admin", "admin", "support"] as const;
  await refusesOthers(t, world, { method: "GET", path: "/admin/contact-submissions", may });
  const body = { status: "read" };
  await refusesOthers(t, world, { method: "PATCH", path, body, may });
});
