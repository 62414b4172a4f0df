import { route } from "../../../../kernel/route.js";
import { colleagueSchema, createColleague } from "../../members/create-colleague.js";
import { memberForm } from "../../members/signup-form.js";
import { ADMINS } from "../../roles.js";

/** Authentication APIs, 8. Create Staff (Admin or Superuser). */
export const createStaff = route({
  method: "POST",
  path: "/api/auth/create-staff/",
  summary: "Create a staff member",
  tag: "Authentication",
  may: ADMINS,
  limit: "other",
  idempotency: "honoured",
  body: memberForm,
  example: {
    first_name: "Staff",
    last_name: "User",
    email: "staff@example.com",
    mobile: "9876543212",
    gender: "female",
    date_of_birth: "1990-05-15",
    address_line1: "789 Staff Avenue",
    address_line2: "",
    city: "Bangalore",
    state: "Karnataka",
    pincode: "560001",
    country: "India",
  },
  replies: { 201: { description: "Created; two codes are sent.", schema: colleagueSchema } },
  handle: ({ body }, app) => createColleague(app, body, "staff"),
});
