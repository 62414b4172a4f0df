import type { PartnerEvent, PartnerRegistered } from "../../../src/modules/partner/events.js";

export const partnerId = "5f0c7f0e-3a51-4a3f-9d53-0f3f3b2f1b01";

export const registration: PartnerRegistered = {
  partnerId,
  code: "PT-001",
  capabilities: { categories: ["Facial", "Waxing"], tiers: ["Minimal"], radiusKm: 10 },
  workingHours: { start: "08:00", end: "20:00", days: [1, 2, 3, 4, 5, 6, 7] },
  profile: {
    name: "Priya Sharma",
    phone: "+919876543210",
    email: "priya@example.com",
    address: "123 Partner St, Kolkata",
  },
  kyc: {
    aadharNumber: "123456789012",
    panNumber: "ABCDE1234F",
    bankAccountNumber: "1234567890",
    ifscCode: "SBIN0001234",
    bankName: "State Bank of India",
  },
};

export const registered: PartnerEvent = { type: "PartnerRegistered", data: registration };

export const verified: PartnerEvent = {
  type: "PartnerVerified",
  data: { partnerId, notes: "All documents verified" },
};

export const rejected: PartnerEvent = {
  type: "PartnerRejected",
  data: { partnerId, notes: "Blurred" },
};
