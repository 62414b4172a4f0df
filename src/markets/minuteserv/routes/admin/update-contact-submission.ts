import { z } from "zod";
import { isRejection } from "../../../../kernel/rejection.js";
import { route } from "../../../../kernel/route.js";
import { contacts } from "../../../../modules/contact/contact.js";
import { contactById } from "../../../../../projections/contacts.js";
import { MARKETPLACE } from "../../policy.js";
import { notFound } from "../../refusals.js";
import { CARERS } from "../../roles.js";
import { contactSchema, presentContact } from "../../shapes/contact.js";
import { data, documentedData } from "../../shapes/envelope.js";
import { idParams, text } from "../../shapes/fields.js";
import { CONTACT_STATUSES } from "../../vocabulary.js";

/** Contact Submissions, Update Contact Submission Status; notes left out stay as they are. */
export const adminUpdateContactSubmission = route({
  method: "PATCH",
  path: "/admin/contact-submissions/:id",
  summary: "Note what became of a submission",
  tag: "Admin: Contact Submissions",
  may: CARERS,
  limit: "admin",
  params: idParams,
  body: z.object({ status: z.enum(CONTACT_STATUSES), admin_notes: text(5_000).nullish() }),
  example: { status: "replied", admin_notes: "Responded via email on 2024-01-20" },
  replies: { 200: documentedData("Noted.", z.object({ submission: contactSchema })) },
  async handle({ params, body }, app) {
    if ((await contactById(app.reads, MARKETPLACE, params.id)) === undefined) {
      return notFound("Contact submission");
    }
    const change = { status: body.status, notes: body.admin_notes };
    const done = await app.execute(contacts, params.id, { type: "HandleContact", change });
    if (isRejection(done)) return done;
    const row = await contactById(app.reads, MARKETPLACE, params.id);
    if (row === undefined) return notFound("Contact submission");
    return data({ submission: presentContact(row) });
  },
});
