import { z } from "zod";
import { isRejection } from "../../../../kernel/rejection.js";
import { realm, route } from "../../../../kernel/route.js";
import { partnerById } from "../../../../../projections/partners-table.js";
import { newPartner, partnerBody } from "../../partners/partner-body.js";
import { registerPartner } from "../../partners/register-partner.js";
import { MARKETPLACE } from "../../policy.js";
import { notFound } from "../../refusals.js";
import { createdData, documentedData } from "../../shapes/envelope.js";
import { presentPartnerToVerify, verifiedPartnerSchema } from "../../shapes/partner.js";

/** Partners Management, Create Partner: pending until verified (partner.08). */
export const adminCreatePartner = route({
  method: "POST",
  path: "/admin/partners",
  summary: "Register a partner",
  tag: "Admin: Partners Management",
  may: realm("admin", "super_admin", "admin"),
  limit: "admin",
  body: partnerBody,
  example: {
    name: "Priya Sharma",
    phone_number: "+919876543210",
    email: "priya@example.com",
    aadhar_number: "123456789012",
    pan_number: "ABCDE1234F",
    bank_account_number: "1234567890",
    ifsc_code: "SBIN0001234",
    bank_name: "State Bank of India",
    address: "123 Partner St, Kolkata",
    service_categories: ["Facial", "Waxing"],
    service_tiers: ["Minimal", "Exclusive"],
    working_hours: { start: "08:00", end: "20:00", days: [1, 2, 3, 4, 5, 6, 7] },
    service_radius_km: 10,
  },
  replies: {
    201: documentedData(
      "Registered.",
      z.object({ partner: verifiedPartnerSchema, partner_code: z.string() }),
    ),
  },
  async handle({ body }, app) {
    const partnerId = await registerPartner(app, newPartner(body));
    if (isRejection(partnerId)) return partnerId;
    const row = await partnerById(app.reads, MARKETPLACE, partnerId);
    if (row === undefined) return notFound("Partner");
    return createdData({ partner: presentPartnerToVerify(row), partner_code: row.code });
  },
});
