import type { DocumentedAnswers } from "../../../kernel/documented.js";

/** Customer APIs, User Addresses. */
export const addresses: DocumentedAnswers = {
  "GET /users/addresses": [
    {
      status: 200,
      body: {
        success: true,
        data: [
          {
            id: "uuid",
            name: "Home",
            address_line1: "123 Main St",
            address_line2: "Apartment 4B",
            city: "Kolkata",
            state: "West Bengal",
            pincode: "700032",
            lat: 22.5726,
            lng: 88.3639,
            is_default: true,
          },
        ],
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
