import type { DocumentedAnswers } from "../../../kernel/documented.js";
import { SERVICE } from "./elided.js";

/** Admin APIs, Services Management. */
export const adminServices: DocumentedAnswers = {
  "GET /admin/services": [{ status: 200, body: { success: true, data: { services: [SERVICE] } } }],
  "POST /admin/services": [{ status: 201, body: { success: true, data: { service: SERVICE } } }],
  "PUT /admin/services/:id": [
    {
      status: 200,
      body: {
        success: true,
        data: { service: { product_cost: 1100, market_price: 1300, is_active: true } },
      },
      note: "The document prints no response; this is the proposed one.",
    },
  ],
  "DELETE /admin/services/:id": [
    { status: 200, body: { success: true, message: "Service deleted successfully" } },
  ],
};
