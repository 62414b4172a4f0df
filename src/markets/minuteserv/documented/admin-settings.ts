import type { DocumentedAnswers } from "../../../kernel/documented.js";

const SETTINGS = {
  commission_percentage: 30,
  cancellation_fee_percentage: 10,
  free_cancellation_minutes: 5,
  partner_assignment_timeout: 15,
  otp_expiry_minutes: 5,
  max_booking_advance_days: 30,
};

/** Admin APIs, System Settings. */
export const adminSettings: DocumentedAnswers = {
  "GET /admin/settings": [
    {
      status: 200,
      body: {
        success: true,
        data: SETTINGS,
      },
    },
  ],
  "PUT /admin/settings": [{ status: 200, body: { success: true, data: { settings: SETTINGS } } }],
};
