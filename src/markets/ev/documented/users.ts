import type { DocumentedAnswers } from "../../../kernel/documented.js";

/** The profile that the document prints. */
const PROFILE = {
  id: 1,
  username: "user@example.com",
  email: "user@example.com",
  mobile: "+919876543210",
  first_name: "John",
  last_name: "Doe",
  gender: "male",
  date_of_birth: "1990-01-01",
  address_line1: "123 Main Street",
  address_line2: "Apt 4B",
  city: "Mumbai",
  state: "Maharashtra",
  pincode: "400001",
  country: "India",
  role: "user",
  is_distributor: false,
  is_active_buyer: true,
  referral_code: "REF00001",
  referred_by: null,
  kyc_status: "approved",
  nominee_exists: true,
  date_joined: "2026-01-06T12:00:00Z",
};

const CHANGED = [
  { status: 200, body: PROFILE, note: "The document elides all after the date of birth." },
];

const CHANGED_BY_OTHERS = [
  ...CHANGED,
  {
    status: 403,
    body: { detail: "Staff can only edit their own profile or normal users' profiles." },
    when: "Staff and a colleague's profile",
  },
  {
    status: 403,
    body: { detail: "You can only update your own profile." },
    when: "A normal user and another's profile",
  },
];

/** A page as the document prints it, each of its users cut short. */
function page(count: number, next: string | null, user: object) {
  const body = { count, next, previous: null, results: [{ ...PROFILE, ...user }] };
  return { status: 200, body, note: "The document elides the rest of each user." };
}

function colleague(id: number, role: string, mobile: string, firstName: string) {
  const email = `${role}@example.com`;
  const names = { first_name: firstName, last_name: "User" };
  const standing = { is_active_buyer: false, kyc_status: null, nominee_exists: false };
  return { id, username: email, email, mobile, role, ...names, ...standing };
}

/** User APIs. */
export const users: DocumentedAnswers = {
  "GET /api/users/profile/": [{ status: 200, body: PROFILE }],
  "PUT /api/users/update_profile/": CHANGED,
  "PATCH /api/users/update_profile/": CHANGED,
  "PUT /api/users/:id/": CHANGED_BY_OTHERS,
  "PATCH /api/users/:id/": CHANGED_BY_OTHERS,
  "GET /api/users/": [page(100, "http://localhost:8000/api/users/?page=2", {})],
  "GET /api/users/:id/": [
    { status: 200, body: PROFILE, note: "The document elides the second address line and more." },
  ],
  "GET /api/users/admins/": [
    page(5, null, colleague(1, "admin", "+919876543210", "Admin")),
    { status: 403, body: { detail: "Only superuser can list admin users." } },
  ],
  "GET /api/users/staff/": [
    page(10, null, colleague(2, "staff", "+919876543211", "Staff")),
    { status: 403, body: { detail: "Only superuser and admin can list staff users." } },
  ],
  "GET /api/users/normal/": [
    page(100, "http://localhost:8000/api/users/normal/?page=2", {
      id: 3,
      mobile: "+919876543212",
    }),
    { status: 403, body: { detail: "Only superuser, admin, and staff can list normal users." } },
  ],
};
