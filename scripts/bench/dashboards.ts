import { personOf } from "../seed/people.js";
import { together } from "./crowd.js";
import { enter, enterAsStaff, get, type SignedIn } from "./frontend.js";
import { atMost, informs, percentile, type Result, type Setting } from "./measurement.js";
import type { RunningService } from "./service.js";

export const DASHBOARD = ["http.dashboard.p50_ms", "http.dashboard.p99_ms"] as const;
export const ADMIN_DASHBOARD = [
  "http.admin_dashboard.p50_ms",
  "http.admin_dashboard.p99_ms",
] as const;

const CLIENTS = 16;

/** How clients are answered who ask for the same page over and over. */
export async function loadOf(
  clients: readonly SignedIn[],
  path: string,
  { quick }: Pick<Setting, "quick">,
): Promise<readonly number[]> {
  const asked = async (requests: number): Promise<readonly number[]> => {
    let left = requests;
    const next = (): true | undefined => (left-- > 0 ? true : undefined);
    return (await together(clients, next, (client) => get(client, path))).times;
  };
  // The first are for warming up: the compiler needs some thousand calls, and a service has them.
  await asked(2_000);
  return asked(quick ? 800 : 3_200);
}

function results(names: readonly [string, string], times: readonly number[]): Result[] {
  const [middle, slowest] = names;
  return [
    informs(middle, percentile(times, 50), "ms"),
    atMost(slowest, percentile(times, 99), "ms", 50),
  ];
}

/** So many members of staff, each on a connection of their own. */
export async function staffOf(url: URL, count: number): Promise<readonly SignedIn[]> {
  const clients: SignedIn[] = [];
  for (let index = 0; index < count; index += 1) clients.push(await enterAsStaff(url));
  return clients;
}

/** GET /dashboard of customers with bookings, GET /admin/dashboard of staff. */
export async function dashboards({ url }: RunningService, setting: Setting): Promise<Result[]> {
  setting.say("opening dashboards at 16 clients");
  const customers: SignedIn[] = [];
  for (let index = 0; index < CLIENTS; index += 1) {
    customers.push(await enter(url, personOf("lived", "customer", index).phone));
  }
  const staff = await staffOf(url, CLIENTS);
  const found = [
    ...results(DASHBOARD, await loadOf(customers, "/dashboard", setting)),
    ...results(ADMIN_DASHBOARD, await loadOf(staff, "/admin/dashboard", setting)),
  ];
  for (const { connection } of [...customers, ...staff]) connection.close();
  return found;
}
