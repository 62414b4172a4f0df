import type { ProjectionDefinition } from "../src/kernel/projection.js";
import { accounts } from "./accounts.js";
import { addresses } from "./addresses.js";
import { assignments } from "./assignments.js";
import { audit } from "./audit/fold.js";
import { bankLines } from "./bank-lines.js";
import { bookings } from "./bookings/fold.js";
import { chargebacks } from "./chargebacks.js";
import { contacts } from "./contacts.js";
import { deadlines } from "./deadlines.js";
import { documents } from "./documents.js";
import { earnings } from "./earnings.js";
import { instalmentBookings } from "./instalment-bookings.js";
import { journal } from "./journal/fold.js";
import { kyc } from "./kyc/fold.js";
import { nominees } from "./nominees.js";
import { network } from "./network/fold.js";
import { notifications } from "./notifications/fold.js";
import { marketTotals } from "./market-totals.js";
import { pairs } from "./pairs.js";
import { partners } from "./partners.js";
import { payments } from "./payments.js";
import { payouts } from "./payouts.js";
import { promotions } from "./promotions.js";
import { reconciliations } from "./reconciliations.js";
import { refunds } from "./refunds.js";
import { services } from "./services.js";
import { settlements } from "./settlements.js";
import { settings } from "./settings.js";
import { tdsRecords } from "./tds-records.js";
import { walletsProjection } from "./wallets/fold.js";
import { webhooks } from "./webhooks.js";

/** Every read model there is; the engine keeps each of them up to date (DESIGN §5). */
export const projections: readonly ProjectionDefinition[] = [
  accounts,
  addresses,
  assignments,
  audit,
  bankLines,
  bookings,
  chargebacks,
  contacts,
  deadlines,
  documents,
  earnings,
  instalmentBookings,
  journal,
  kyc,
  nominees,
  network,
  notifications,
  marketTotals,
  pairs,
  partners,
  payments,
  payouts,
  promotions,
  reconciliations,
  refunds,
  services,
  settings,
  settlements,
  tdsRecords,
  walletsProjection,
  webhooks,
];
