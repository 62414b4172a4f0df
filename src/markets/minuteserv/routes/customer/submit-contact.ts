import { z } from "zod";
import { isRejection } from "../../../../kernel/rejection.js";
import { realm, route } from "../../../../kernel/route.js";
import { contacts } from "../../../../modules/contact/contact.js";
import { createdMessage, documentedMessage } from "../../shapes/envelope.js";
import { email, phone, text } from "../../shapes/fields.js";

const THANKS = "Thank you for contacting us. We'll get back to you soon.";

/** Contact, Submit Contact Form; by the letter it needs a token as all customer calls do (A40). */
export const submitContact = route({
  method: "POST",
  path: "/contact",
  summary: "Write to us",
  tag: "Contact",
  may: realm("customer"),
  limit: "general_customer",
  idempotency: "honoured",
  body: z.object({
    name: text(255),
    email,
    phone: phone.nullish(),
    subject: text(255).nullish(),
    message: text(10_000),
  }),
  example: {
    name: "John Doe",
    email: "john@example.com",
    phone: "+911234567890",
    subject: "Service Inquiry",
    message: "I would like to know about...",
  },
  replies: { 201: documentedMessage(THANKS) },
  async handle({ body }, app) {
    const contactId = app.id("contact");
    const done = await app.execute(contacts, contactId, {
      type: "SubmitContact",
      contactId,
      message: {
        name: body.name,
        email: body.email,
        phone: body.phone ?? null,
        subject: body.subject ?? null,
        text: body.message,
      },
    });
    return isRejection(done) ? done : createdMessage(THANKS);
  },
});
