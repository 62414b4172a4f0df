import type { DocumentedAnswers } from "../../../kernel/documented.js";
import { ADDRESS } from "./elided.js";

/** Customer APIs, User Addresses. */
export const addresses: DocumentedAnswers = {
  "GET /users/addresses": [
    {
      status: 200,
      body: {
        success: true,
        data: [{ ...ADDRESS, is_default: true }],
      },
    },
  ],
  "POST /users/addresses": [{ status: 201, body: { success: true, data: { id: "uuid" } } }],
  "PUT /users/addresses/:id": [
    {
      status: 200,
      body: { success: true, data: { id: "uuid", name: "Office", address_line1: "456 Park Ave" } },
      note: "The document prints no response; this is the proposed one.",
    },
  ],
  "DELETE /users/addresses/:id": [
    { status: 200, body: { success: true, message: "Address deleted successfully" } },
  ],
  "PATCH /users/addresses/:id/set-default": [
    { status: 200, body: { success: true, message: "Default address updated" } },
  ],
};
