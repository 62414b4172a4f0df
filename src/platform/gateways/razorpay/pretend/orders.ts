import {
  GatewayRefused,
  type GatewayOrder,
  type PaymentGateway,
} from "../../../../kernel/gateway.js";
import type { ReadModel } from "../../../../kernel/read-model.js";
import { groupedWrite } from "../../../database/grouped-write.js";
import { entityIdOf } from "./ids.js";

type OrderRequest = Parameters<PaymentGateway["createOrder"]>[0];
type OrderRow = OrderRequest & { readonly id: string };
type StoredOrder = Pick<GatewayOrder, "amount" | "currency"> & { readonly id: string };

/** Razorpay takes no order of less than one rupee or dollar. */
const SMALLEST = 100;

const INSERT = `INSERT INTO ops.sandbox_gateway
    (id, kind, reference, amount, currency, status, notes, created_at)
  SELECT o.id, 'order', o.reference, o.amount, o.currency, 'created', o.notes, to_timestamp($2)
  FROM jsonb_to_recordset($1)
    AS o(id text, reference text, amount bigint, currency text, notes jsonb)
  ON CONFLICT (id) DO NOTHING
  RETURNING id, amount, currency`;

/** A repeat's row: it was there before, or another process has stored it meanwhile. */
const SELECT = `SELECT id, amount, currency FROM ops.sandbox_gateway WHERE id = ANY($1)`;

/**
 * Creates orders at the pretended Razorpay.
 *
 * The order's id is derived from its reference, so a repeat finds the first order, in any
 * process. The rows of concurrent calls go out in one insert, and a call answers only when its
 * row is stored: a confirmed booking costs no transaction of its own, and no order is lost.
 * Refuses less than Razorpay's smallest amount and a reference's second use for another amount.
 *
 * @param now seconds since the epoch, business time
 */
export function orderCreator(
  database: ReadModel,
  now: () => number,
): (order: OrderRequest) => Promise<GatewayOrder> {
  const store = groupedWrite<OrderRow, StoredOrder>(async (orders) => {
    const rows = await database.rows<StoredOrder>(INSERT, [JSON.stringify(orders), now()]);
    const byId = new Map(rows.map((row) => [row.id, row]));
    const repeats = orders.flatMap(({ id }) => (byId.has(id) ? [] : id));
    if (repeats.length > 0) {
      const earlier = await database.rows<StoredOrder>(SELECT, [repeats]);
      for (const row of earlier) byId.set(row.id, row);
    }
    return orders.map(({ id }) => {
      const row = byId.get(id);
      if (row === undefined) throw new Error(`order ${id} vanished from the pretended Razorpay`);
      return row;
    });
  });
  return async (order) => {
    if (order.amount < SMALLEST) {
      throw new GatewayRefused("Order amount less than minimum amount allowed");
    }
    const stored = await store({ ...order, id: entityIdOf("order", order.reference) });
    if (stored.amount !== order.amount || stored.currency !== order.currency) {
      throw new GatewayRefused(`Reference ${order.reference} has an order of another amount`);
    }
    return { orderId: stored.id, amount: stored.amount, currency: stored.currency };
  };
}
