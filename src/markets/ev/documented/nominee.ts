import type { DocumentedAnswers } from "../../../kernel/documented.js";

/** Nominee APIs. */
export const nominee: DocumentedAnswers = {
  "POST /api/users/nominee/": [
    {
      status: 201,
      body: {
        id: 1,
        user: 1,
        full_name: "Jane Doe",
        relationship: "spouse",
        id_proof_type: "Aadhaar",
        id_proof_number: "987654321098",
        id_proof_document: "http://localhost:8000/media/nominee/id_proof/id_1.jpg",
        kyc_status: "pending",
        kyc_submitted_at: "2026-01-07T12:00:00Z",
      },
    },
  ],
  "PUT /api/users/nominee/": [
    {
      status: 200,
      body: {
        id: 1,
        user: 1,
        full_name: "Jane Doe",
        relationship: "spouse",
        id_proof_type: "Aadhaar",
        id_proof_number: "987654321098",
        id_proof_document: "http://localhost:8000/media/nominee/id_proof/id_1.jpg",
        kyc_status: "pending",
        kyc_submitted_at: "2026-01-07T12:00:00Z",
      },
    },
  ],
  "PATCH /api/users/nominee/": [
    {
      status: 200,
      body: {
        id: 1,
        user: 1,
        full_name: "Jane Doe",
        relationship: "spouse",
        id_proof_type: "Aadhaar",
        id_proof_number: "987654321098",
        id_proof_document: "http://localhost:8000/media/nominee/id_proof/id_1.jpg",
        kyc_status: "pending",
        kyc_submitted_at: "2026-01-07T12:00:00Z",
      },
    },
  ],
  "GET /api/users/nominee/": [
    {
      status: 200,
      body: {
        id: 1,
        user: 1,
        full_name: "Jane Doe",
        relationship: "spouse",
        kyc_status: "pending",
        kyc_submitted_at: "2026-01-07T12:00:00Z",
        kyc_verified_at: null,
        kyc_verified_by: null,
        kyc_rejection_reason: "",
      },
    },
  ],
  "POST /api/users/nominee/:id/approve/": [{ status: 200, body: { status: "verified" } }],
  "POST /api/users/nominee/:id/reject/": [{ status: 200, body: { status: "rejected" } }],
};
