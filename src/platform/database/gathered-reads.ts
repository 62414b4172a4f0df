import type { ReadModel } from "../../kernel/read-model.js";

type Rows = Promise<object[]>;

/** A statement under way; `next` is its repetition for those who have come since it was sent. */
interface Flight {
  readonly landed: Promise<unknown>;
  next: Rows | undefined;
}

/**
 * Reads that many ask for at the same time, such as a dashboard that the whole staff looks at: a
 * statement that is under way with the same values is sent once more when it is answered, for all
 * who have come in the meantime. Nobody is given an answer that was read before they asked, so
 * who has written sees it. What is given out is shared; nobody may change it.
 */
export function gathered(reads: ReadModel): ReadModel {
  const flights = new Map<string, Flight>();
  const send = (key: string, sql: string, values: readonly unknown[]): Rows => {
    const answer = reads.rows(sql, values);
    const flight: Flight = { landed: answer.catch(() => undefined), next: undefined };
    flights.set(key, flight);
    void flight.landed.then(() => {
      if (flight.next === undefined) flights.delete(key);
    });
    return answer;
  };
  const rows = (sql: string, values: readonly unknown[]): Rows => {
    const key = `${sql}\n${JSON.stringify(values)}`;
    const flight = flights.get(key);
    if (flight === undefined) return send(key, sql, values);
    flight.next ??= flight.landed.then(() => send(key, sql, values));
    return flight.next;
  };
  return {
    rows: <R extends object>(sql: string, values: readonly unknown[] = []) =>
      rows(sql, values) as Promise<R[]>,
  };
}
