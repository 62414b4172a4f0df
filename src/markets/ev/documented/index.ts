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

/** What the document prints, by its headings in their order. */
export const sections = {
  authentication,
  users,
  kyc,
  nominee,
  bookings,
  wallet,
  binary,
  payouts,
  notifications,
  compliance,
  reports,
} satisfies Readonly<Record<string, DocumentedAnswers>>;

/** Every answer that the document prints. */
export const documented: DocumentedAnswers = Object.fromEntries(
  Object.values<DocumentedAnswers>(sections).flatMap((section) => Object.entries(section)),
);
