import { route } from "../../../../kernel/route.js";
import { colleagueSchema, createColleague } from "../../members/create-colleague.js";
import { memberForm } from "../../members/signup-form.js";
import { SUPERUSER } from "../../roles.js";

/** Authentication APIs, 7. Create Admin (Superuser Only). */
export const createAdmin = route({
  method: "POST",
  path: "/api/auth/create-admin/",
  summary: "Create an admin",
  tag: "Authentication",
  may: SUPERUSER,
  limit: "other",
  idempotency: "honoured",
  body: memberForm,
  example: {
    first_name: "Admin",
    last_name: "User",
    email: "admin@example.com",
    mobile: "9876543211",
    gender: "male",
    date_of_birth: "1985-01-01",
    address_line1: "456 Admin Street",
    address_line2: "",
    city: "Delhi",
    state: "Delhi",
    pincode: "110001",
    country: "India",
  },
  replies: { 201: { description: "Created; two codes are sent.", schema: colleagueSchema } },
  handle: ({ body }, app) => createColleague(app, body, "admin"),
});
