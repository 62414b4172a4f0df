import { inDataFolder, seed } from "./data-folder.js";
import { confirmTogether, crowd, disperse, together } from "./crowd.js";
import { read, type Customer } from "./frontend.js";
import { atLeast, atMost, percentile, type Measurement } from "./measurement.js";
import { withService, type RunningService } from "./service.js";

const RATE = "http.confirm.rps";
const SLOWEST = "http.confirm.p99_ms";
const READING = "http.get_booking.rps";
const CLIENTS = 32;

async function load({ url }: RunningService, quick: boolean, say: (line: string) => void) {
  const customers = await crowd(url, CLIENTS);
  const own = new Map<Customer, string>();
  say("confirming bookings at 32 clients");
  await confirmTogether(customers, quick ? 600 : 2_000);
  const confirmed = await confirmTogether(customers, quick ? 1_200 : 5_000, (customer, id) => {
    own.set(customer, id);
  });
  say("reading bookings at 32 clients");
  const reading = (milliseconds: number) => {
    const until = performance.now() + milliseconds;
    return together(
      customers,
      () => (performance.now() < until ? true : undefined),
      (customer) => read(customer, own.get(customer) ?? ""),
    );
  };
  await reading(1_500);
  const gotten = await reading(quick ? 3_000 : 10_000);
  disperse(customers);
  return { confirmed, gotten };
}

/**
 * Confirm Booking: validated, idempotent, appended durably, projected, answered from the read
 * model; and the booking's detail. The load comes from this process, the service has its own.
 */
export const serving: Measurement = {
  names: [RATE, SLOWEST, READING],
  measure: ({ quick, say }) =>
    inDataFolder(async (folder) => {
      await seed(folder, quick ? 100 : 1_000);
      return withService(folder, async (service) => {
        const { confirmed, gotten } = await load(service, quick, say);
        return [
          atLeast(RATE, confirmed.rate, "requests/s", 400),
          atMost(SLOWEST, percentile(confirmed.times, 99), "ms", 150),
          atLeast(READING, gotten.rate, "requests/s", 2_000),
        ];
      });
    }),
};
