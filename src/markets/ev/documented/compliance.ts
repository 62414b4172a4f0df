import type { DocumentedAnswers } from "../../../kernel/documented.js";

/** Compliance APIs. */
export const compliance: DocumentedAnswers = {
  "POST /api/compliance/documents/": [
    {
      status: 201,
      body: {
        id: 1,
        user: 1,
        document_type: "tds_certificate",
        title: "TDS Certificate 2025-26",
        is_verified: false,
        uploaded_at: "2026-01-06T12:00:00Z",
      },
    },
  ],
  "GET /api/compliance/documents/": [
    {
      status: 200,
      body: {
        count: 5,
        next: null,
        previous: null,
        results: [
          {
            id: 1,
            document_type: "tds_certificate",
            title: "TDS Certificate 2025-26",
            is_verified: true,
            uploaded_at: "2026-01-06T12:00:00Z",
          },
        ],
      },
    },
  ],
  "GET /api/compliance/tds/": [
    {
      status: 200,
      body: {
        count: 2,
        next: null,
        previous: null,
        results: [
          {
            id: 1,
            user: 1,
            financial_year: "2025-26",
            total_payout: "100000.00",
            tds_deducted: "5000.00",
            certificate_number: "TDS202526001",
            created_at: "2026-01-06T12:00:00Z",
          },
        ],
      },
    },
  ],
};
