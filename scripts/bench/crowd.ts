import { confirm, prepare, signUp, type Confirmation, type Customer } from "./frontend.js";

/** How something went that many clients did at the same time. */
export interface Load {
  /** Calls a second of all clients together. */
  readonly rate: number;
  /** Milliseconds of each call. */
  readonly times: readonly number[];
}

/** Signs so many customers up, each with a connection of their own. */
export async function crowd(url: URL, size: number): Promise<Customer[]> {
  const customers: Customer[] = [];
  for (let index = 0; index < size; index += 1) customers.push(await signUp(url, index));
  return customers;
}

/** Has all do it over and over, each as soon as it is done, until there is nothing left to do. */
export async function together<C, T>(
  clients: readonly C[],
  next: () => T | undefined,
  act: (client: C, what: T) => Promise<unknown>,
): Promise<Load> {
  const times: number[] = [];
  const began = performance.now();
  const busy = async (client: C): Promise<void> => {
    for (let what = next(); what !== undefined; what = next()) {
      const started = performance.now();
      await act(client, what);
      times.push(performance.now() - started);
    }
  };
  await Promise.all(clients.map(busy));
  return { rate: (times.length / (performance.now() - began)) * 1_000, times };
}

/**
 * Confirms so many bookings and gives how that went. They are prepared first, which is not
 * measured: each customer confirms what is their own.
 */
export async function confirmTogether(
  customers: readonly Customer[],
  count: number,
  booked: (customer: Customer, bookingId: string) => void = () => undefined,
): Promise<Load> {
  const waiting = new Map<Customer, Confirmation[]>(customers.map((one) => [one, []]));
  let left = count;
  await together(
    customers,
    () => (left-- > 0 ? true : undefined),
    async (customer) => waiting.get(customer)?.push(await prepare(customer)),
  );
  const times: number[] = [];
  const began = performance.now();
  const busy = async (customer: Customer): Promise<void> => {
    for (const asked of waiting.get(customer) ?? []) {
      const started = performance.now();
      booked(customer, await confirm(customer, asked));
      times.push(performance.now() - started);
    }
  };
  await Promise.all(customers.map(busy));
  return { rate: (times.length / (performance.now() - began)) * 1_000, times };
}

export function disperse(customers: readonly Customer[]): void {
  for (const { connection } of customers) connection.close();
}
