import type { PartnerAvailabilityChanged, PartnerEvent, PartnerRegistered } from "./events.js";
import type { Partner, PartnerState } from "./state.js";

/** The state after one more fact. A stream that does not begin with its first fact is broken. */
export function evolve(state: PartnerState, event: PartnerEvent): PartnerState {
  if (event.type === "PartnerRegistered") return registered(event.data);
  if (state === null) throw new Error(`${event.type} stands before the registration`);
  switch (event.type) {
    case "PartnerSignedIn":
      return state;
    case "PartnerChanged":
      return { ...state, ...event.data };
    case "PartnerVerified":
      return { ...state, onboarding: "verified" };
    case "PartnerRejected":
      return { ...state, onboarding: "rejected" };
    case "PartnerAvailabilityChanged":
      return seen(state, event.data);
    case "PartnerWorkingHoursChanged":
      return { ...state, workingHours: event.data.workingHours };
  }
}

/** A new partner is active and available (Minuteserv, service_partners), but not yet verified. */
function registered(data: PartnerRegistered): Partner {
  const fresh = { isActive: true, isAvailable: true, lat: null, lng: null } as const;
  return { ...data, ...fresh, onboarding: "pending" };
}

function seen(state: Partner, { isAvailable, lat, lng }: PartnerAvailabilityChanged): Partner {
  return { ...state, isAvailable, lat: lat ?? state.lat, lng: lng ?? state.lng };
}
