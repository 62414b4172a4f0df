import type { DocumentedAnswers } from "../../../kernel/documented.js";
import { authentication } from "./authentication.js";
import { binary } from "./binary.js";
import { bookings } from "./bookings.js";
import { compliance } from "./compliance.js";
import { kyc } from "./kyc.js";
import { nominee } from "./nominee.js";
import { notifications } from "./notifications.js";
import { payouts } from "./payouts.js";
import { reports } from "./reports.js";
import { users } from "./users.js";
import { wallet } from "./wallet.js";

/** Every answer that the document prints, section by section as it stands there. */
export const documented: DocumentedAnswers = {
  ...authentication,
  ...users,
  ...kyc,
  ...nominee,
  ...bookings,
  ...wallet,
  ...binary,
  ...payouts,
  ...notifications,
  ...compliance,
  ...reports,
};
