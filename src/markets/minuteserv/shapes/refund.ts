import { z } from "zod";

/** Money on its way back; the gateway's confirmation ends the `processing` (cancellation.09). */
export const refundSchema = z.object({
  refund_id: z.uuid(),
  refund_amount: z.number(),
  status: z.string(),
});
