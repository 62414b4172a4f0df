import type { App } from "../../../kernel/app.js";
import type { OfferTerms } from "../../../modules/booking/next-provider.js";
import { MAX_OFFERS } from "../policy.js";
import { currentSettings } from "../settings.js";

/** What an offer of a booking is made with, as staff have set it at this moment. */
export async function offerTerms(app: App): Promise<Omit<OfferTerms, "at" | "replace">> {
  const settings = await currentSettings(app);
  return {
    maxAttempts: MAX_OFFERS,
    minutesToRespond: settings.partner_assignment_timeout,
    sharePercent: 100 - settings.commission_percentage,
  };
}
