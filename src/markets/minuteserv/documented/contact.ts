import type { DocumentedAnswers } from "../../../kernel/documented.js";

/** Customer APIs, Contact. */
export const contact: DocumentedAnswers = {
  "POST /contact": [
    {
      status: 201,
      body: { success: true, message: "Thank you for contacting us. We'll get back to you soon." },
    },
  ],
};
