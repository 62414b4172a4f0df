import type { SeenRequest } from "./imitation.js";

interface Entity {
  readonly id: string;
  readonly [field: string]: unknown;
}

interface Answered {
  readonly status: number;
  readonly body: object;
}

/** Orders, payments and refunds of the imitated account. */
export interface Books {
  /** Refuses a repeated receipt instead of handing out its order again. */
  refuseRepeatedReceipts: boolean;
  readonly orders: Entity[];
  readonly payments: Entity[];
  readonly refunds: Entity[];
  /** Transactions of the settlements, whatever the day that is asked for. */
  readonly settled: object[];
  pay(orderId: string, outcome: "captured" | "failed", at?: number): string;
  answer(call: SeenRequest): Answered;
}

export function imitatedBooks(): Books {
  const books: Books = {
    refuseRepeatedReceipts: false,
    orders: [],
    payments: [],
    refunds: [],
    settled: [],
    pay(orderId, outcome, at = Math.floor(Date.now() / 1_000)) {
      const order = books.orders.find(({ id }) => id === orderId);
      const id = `pay_${String(books.payments.length).padStart(14, "0")}`;
      books.payments.push({
        ...order,
        id,
        entity: "payment",
        order_id: orderId,
        status: outcome,
        method: "upi",
        error_description: outcome === "failed" ? "Payment was not completed" : "",
        created_at: at,
      });
      return id;
    },
    answer(call) {
      const path = call.url.pathname.split("/").slice(2);
      if (call.method === "POST" && path[0] === "orders") return order(books, call);
      if (path[0] === "orders") return ordersOfReceipt(books, call);
      if (path[0] === "settlements") return settled(books, call);
      if (call.method === "POST") return refund(books, call, path[1] ?? "");
      if (path[0] === "refunds") return list(books.refunds, call);
      return path[1] === undefined ? list(books.payments, call) : payment(books, path[1]);
    },
  };
  return books;
}

function refused(description: string): Answered {
  const error = { code: "BAD_REQUEST_ERROR", description, source: "business", metadata: {} };
  return { status: 400, body: { error } };
}

function order(books: Books, { body }: SeenRequest): Answered {
  const { receipt, amount, currency, notes, unique_receipt: unique } = body;
  if (Number(amount) < 100) return refused("Order amount less than minimum amount allowed");
  const earlier = books.orders.find((one) => one["receipt"] === receipt);
  if (earlier !== undefined && books.refuseRepeatedReceipts) {
    return refused("Order receipt should be unique.");
  }
  if (earlier !== undefined && unique === true) return { status: 200, body: earlier };
  const id = `order_${String(books.orders.length).padStart(14, "0")}`;
  const created = { id, entity: "order", amount, currency, receipt, notes, status: "created" };
  books.orders.push(created);
  return { status: 200, body: created };
}

function ordersOfReceipt(books: Books, { url }: SeenRequest): Answered {
  const receipt = url.searchParams.get("receipt") ?? "";
  const items = books.orders.filter((one) => String(one["receipt"]).includes(receipt));
  return { status: 200, body: { entity: "collection", count: items.length, items } };
}

function payment(books: Books, id: string): Answered {
  const found = books.payments.find((one) => one.id === id);
  return found ? { status: 200, body: found } : refused("The id provided does not exist");
}

function list(entities: readonly Entity[], { url }: SeenRequest): Answered {
  const [from, to, count, skip] = ["from", "to", "count", "skip"].map((name) =>
    Number(url.searchParams.get(name)),
  ) as [number, number, number, number];
  const within = entities
    .filter((one) => Number(one["created_at"]) >= from && Number(one["created_at"]) <= to)
    .slice(skip, skip + count);
  return { status: 200, body: { entity: "collection", count: within.length, items: within } };
}

function settled(books: Books, { url }: SeenRequest): Answered {
  const [count, skip] = ["count", "skip"].map((name) => Number(url.searchParams.get(name))) as [
    number,
    number,
  ];
  const items = books.settled.slice(skip, skip + count);
  return { status: 200, body: { entity: "collection", count: items.length, items } };
}

function refund(books: Books, { body, headers }: SeenRequest, paymentId: string): Answered {
  const paid = books.payments.find((one) => one.id === paymentId);
  if (paid === undefined) return refused("The id provided does not exist");
  const key = headers["x-refund-idempotency"];
  const amount = Number(body["amount"]);
  const earlier = books.refunds.find((one) => one["key"] === key);
  if (earlier !== undefined) {
    if (earlier["amount"] !== amount) return refused("Different request body for the same key");
    return { status: 200, body: earlier };
  }
  if (paid["status"] !== "captured") return refused("The payment has not been captured");
  const gone = books.refunds
    .filter((one) => one["payment_id"] === paymentId)
    .reduce((sum, one) => sum + Number(one["amount"]), 0);
  if (gone + amount > Number(paid["amount"])) return refused("The total refund amount is greater");
  const id = `rfnd_${String(books.refunds.length).padStart(14, "0")}`;
  const made = { id, entity: "refund", amount, payment_id: paymentId, status: "pending", key };
  const { notes = [] } = body;
  books.refunds.push({ ...made, notes, created_at: Math.floor(Date.now() / 1_000) });
  return { status: 200, body: made };
}
