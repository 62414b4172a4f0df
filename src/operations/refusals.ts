import { reject } from "../kernel/rejection.js";

export const NO_SUCH_STREAM = reject("not_found", "stream_unknown", "There is no such stream.");

export const NO_SUCH_PROJECTION = reject(
  "not_found",
  "projection_unknown",
  "There is no such projection.",
);

export const NO_SUCH_MARKETPLACE = reject(
  "not_found",
  "marketplace_unknown",
  "There is no such marketplace.",
);

export const NO_SUCH_REFUND = reject("not_found", "refund_unknown", "There is no such refund.");
