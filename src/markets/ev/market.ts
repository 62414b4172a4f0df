import type { Market } from "../../kernel/market.js";
import type { Network } from "../../modules/network/network.js";
import { dialect } from "./dialect.js";
import { documented } from "./documented/index.js";
import { limits } from "./limits.js";
import { MARKETPLACE, TOKENS } from "./policy.js";
import { authRoutes } from "./routes/auth/index.js";
import { binaryRoutes } from "./routes/binary/index.js";
import { bookingRoutes } from "./routes/booking/index.js";
import { listTdsRecords } from "./routes/compliance/list-tds-records.js";
import { notificationRoutes } from "./routes/notifications/index.js";
import { payoutRoutes } from "./routes/payout/index.js";
import { documentRoutes } from "./routes/documents/index.js";
import { kycRoutes } from "./routes/kyc/index.js";
import { mediaRoutes } from "./routes/media/get-paper.js";
import { nomineeRoutes } from "./routes/nominee/index.js";
import { reportRoutes } from "./routes/reports/index.js";
import { userRoutes } from "./routes/users/index.js";
import { walletRoutes } from "./routes/wallet/index.js";

/** EV Distribution, as its API documentation 1.0.0 prints it. */
export const ev: Market = {
  name: MARKETPLACE,
  title: "EV Distribution",
  base: "/ev",
  hostBase: "",
  description: "Electric vehicles booked by members: network, wallet, pay-outs, identity papers.",
  realms: ["member"],
  dialect,
  limits,
  routes: [
    ...authRoutes,
    ...userRoutes,
    ...kycRoutes,
    ...nomineeRoutes,
    ...bookingRoutes,
    ...walletRoutes,
    ...payoutRoutes,
    ...notificationRoutes,
    ...documentRoutes,
    listTdsRecords,
    ...reportRoutes,
    ...mediaRoutes,
  ],
  documented,
  tokens: TOKENS,
  idempotencyHeader: "Idempotency-Key",
};

/** The market with the routes that look into the binary network. */
export function evWith(network: Network): Market {
  return { ...ev, routes: [...ev.routes, ...binaryRoutes(network)] };
}
