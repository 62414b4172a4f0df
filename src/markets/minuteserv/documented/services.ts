import type { DocumentedAnswers } from "../../../kernel/documented.js";
import { SERVICE } from "./elided.js";

/** Customer APIs, Services. */
export const services: DocumentedAnswers = {
  "GET /services/catalog": [
    {
      status: 200,
      body: {
        success: true,
        data: {
          categories: {
            Facial: [SERVICE],
            Waxing: [{ ...SERVICE, name: "Waxing - Minimal", category: "Waxing" }],
          },
          all_services: [SERVICE],
          last_updated: "2024-01-15T10:00:00Z",
        },
      },
    },
  ],
  "GET /services/:id": [
    {
      status: 200,
      body: {
        success: true,
        data: {
          id: "uuid",
          name: "Facial - Minimal",
          description: "Complete facial treatment...",
          category: "Facial",
          tier: "Minimal",
          product_cost: 1000,
          market_price: 1200,
          duration_minutes: 60,
          image_url: "https://...",
        },
      },
    },
  ],
};
