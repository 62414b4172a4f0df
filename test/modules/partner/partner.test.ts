import test from "ava";
import { fold } from "../../../src/kernel/decider.js";
import type { PartnerCommand } from "../../../src/modules/partner/commands.js";
import { partners } from "../../../src/modules/partner/partner.js";
import { given } from "../scenario.js";
import { partnerId, registered, registration, rejected, verified } from "./a-partner.js";

const { capabilities, profile, kyc, workingHours } = registration;

test("a partner is registered, pending, active and available", (t) => {
  given(t, partners)
    .when({ type: "RegisterPartner", ...registration })
    .yields(registered);
  const state = fold(partners, [registered]);
  t.like(state, { onboarding: "pending", isActive: true, isAvailable: true, lat: null });
});

test("a repeated registration changes nothing, one with another code conflicts", (t) => {
  const history = given(t, partners, registered);
  history.when({ type: "RegisterPartner", ...registration }).yields();
  history
    .when({ type: "RegisterPartner", ...registration, code: "PT-002" })
    .refuses("conflict", "partner_exists");
});

test("a partner cannot be registered with impossible hours", (t) => {
  const hours = { ...workingHours, end: "07:00" };
  given(t, partners)
    .when({ type: "RegisterPartner", ...registration, workingHours: hours })
    .refuses("invalid", "working_hours_invalid");
});

const onAPartner: readonly PartnerCommand[] = [
  { type: "SignIn" },
  { type: "ChangePartner", isActive: false },
  { type: "VerifyPartner", decision: "verified", notes: null },
  { type: "ChangeAvailability", isAvailable: true, lat: null, lng: null },
  { type: "ChangeWorkingHours", workingHours },
];

for (const command of onAPartner) {
  test(`${command.type} needs a partner`, (t) => {
    given(t, partners).when(command).refuses("not_found", "partner_unknown");
  });
}

test("a partial change keeps the rest and tells the whole", (t) => {
  given(t, partners, registered)
    .when({
      type: "ChangePartner",
      isActive: false,
      capabilities: { categories: ["Hair"], tiers: undefined },
      profile: { email: null },
      kyc: { panNumber: "ZZZZZ9999Z" },
    })
    .yields({
      type: "PartnerChanged",
      data: {
        partnerId,
        isActive: false,
        capabilities: { ...capabilities, categories: ["Hair"] },
        profile: { ...profile, email: null },
        kyc: { ...kyc, panNumber: "ZZZZZ9999Z" },
      },
    });
});

test("a change to what already is, is none", (t) => {
  given(t, partners, registered)
    .when({ type: "ChangePartner", isActive: true, profile: { name: profile.name } })
    .yields();
});

test("a pending partner is verified or rejected, a rejected one verified later", (t) => {
  const verify = { type: "VerifyPartner", decision: "verified" } as const;
  const notes = "All documents verified";
  given(t, partners, registered)
    .when({ ...verify, notes })
    .yields(verified);
  given(t, partners, registered, rejected)
    .when({ ...verify, notes })
    .yields(verified);
  given(t, partners, registered)
    .when({ type: "VerifyPartner", decision: "rejected", notes: "Blurred" })
    .yields(rejected);
});

test("the same decision again conflicts, and verified is final", (t) => {
  const verify = { type: "VerifyPartner", decision: "verified", notes: null } as const;
  const reject = { type: "VerifyPartner", decision: "rejected", notes: null } as const;
  const done = given(t, partners, registered, verified);
  done.when(verify).refuses("conflict", "partner_already_verified");
  done.when(reject).refuses("conflict", "partner_already_verified");
  given(t, partners, registered, rejected)
    .when(reject)
    .refuses("conflict", "partner_already_rejected");
});

test("availability is a fact even when unchanged; no position keeps the last one", (t) => {
  const here = { partnerId, isAvailable: true, lat: 22.5726, lng: 88.3639 };
  const silent = { partnerId, isAvailable: true, lat: null, lng: null };
  const told = { type: "PartnerAvailabilityChanged", data: here } as const;
  const again = { type: "PartnerAvailabilityChanged", data: silent } as const;
  given(t, partners, registered, told)
    .when({ type: "ChangeAvailability", isAvailable: true, lat: null, lng: null })
    .yields(again);
  t.like(fold(partners, [registered, told, again]), { lat: 22.5726, lng: 88.3639 });
});

test("only an active, verified partner signs in", (t) => {
  const signedIn = { type: "PartnerSignedIn", data: { partnerId } } as const;
  const dismissal = { partnerId, isActive: false, capabilities, profile, kyc };
  const dismissed = { type: "PartnerChanged", data: dismissal } as const;
  const signIn = { type: "SignIn" } as const;
  given(t, partners, registered, verified).when(signIn).yields(signedIn);
  given(t, partners, registered).when(signIn).refuses("forbidden", "partner_pending");
  given(t, partners, registered, rejected).when(signIn).refuses("forbidden", "partner_rejected");
  given(t, partners, registered, verified, dismissed)
    .when(signIn)
    .refuses("forbidden", "partner_inactive");
});
