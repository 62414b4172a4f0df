import type { DocumentedAnswers } from "../../../kernel/documented.js";

const NOMINEE = {
  id: 1,
  user: 1,
  full_name: "Jane Doe",
  relationship: "spouse",
  date_of_birth: "1990-01-01",
  mobile: "+919876543211",
  email: "jane@example.com",
  address_line1: "123 Main Street",
  city: "Mumbai",
  state: "Maharashtra",
  pincode: "400001",
  id_proof_type: "Aadhaar",
  id_proof_number: "987654321098",
  id_proof_document: "http://localhost:8000/media/nominee/id_proof/id_1.jpg",
  kyc_status: "pending",
  kyc_submitted_at: "2026-01-07T12:00:00Z",
  kyc_verified_at: null,
  kyc_verified_by: null,
  kyc_rejection_reason: "",
};

const note = "The document elides what its request and Get Nominee print.";

/** Nominee APIs. */
export const nominee: DocumentedAnswers = {
  "POST /api/users/nominee/": [
    { status: 201, body: NOMINEE, note },
    { status: 200, body: NOMINEE, note, when: "There is a nominee already" },
  ],
  "PUT /api/users/nominee/": [{ status: 200, body: NOMINEE, note }],
  "PATCH /api/users/nominee/": [{ status: 200, body: NOMINEE, note }],
  "GET /api/users/nominee/": [{ status: 200, body: NOMINEE, note }],
  "POST /api/users/nominee/:id/approve/": [{ status: 200, body: { status: "verified" } }],
  "POST /api/users/nominee/:id/reject/": [{ status: 200, body: { status: "rejected" } }],
};
