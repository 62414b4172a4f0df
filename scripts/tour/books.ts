import { z } from "zod";
import { DEMO_PASSWORD } from "../../src/sandbox/demo/logins.js";
import type { Api } from "./api.js";
import { waitFor } from "./wait-for.js";

const session = z.object({ access: z.string() });

const trialBalance = z.object({
  balanced: z.boolean(),
  totals: z.array(
    z.object({
      currency: z.string(),
      debit: z.string(),
      credit: z.string(),
      difference: z.string(),
    }),
  ),
  accounts: z.array(
    z.object({
      address: z.string(),
      currency: z.string(),
      debit: z.string(),
      credit: z.string(),
    }),
  ),
});

const entries = z.object({
  entries: z.array(
    z.object({
      effective_at: z.string(),
      description: z.string(),
      event: z.object({ type: z.string(), stream: z.string(), revision: z.number() }),
      lines: z.array(z.object({ account: z.string(), debit: z.string(), credit: z.string() })),
    }),
  ),
});

const openAccounts = z.object({
  accounts: z.array(z.object({ address: z.string(), balance: z.string() })),
  next_cursor: z.string().nullable(),
});

const projections = z.object({
  projections: z.array(
    z.object({
      name: z.string(),
      version: z.number(),
      state: z.string(),
      position: z.number(),
      lag: z.number(),
    }),
  ),
});

export type TrialBalance = z.output<typeof trialBalance>;
export type Entry = z.output<typeof entries>["entries"][number];
export type Projection = z.output<typeof projections>["projections"][number];

/** What finance sees of the day through the staff API. */
export class Books {
  readonly #api: Api;
  readonly #token: string;

  private constructor(api: Api, token: string) {
    this.#api = api;
    this.#token = token;
  }

  static async open(api: Api): Promise<Books> {
    const body = { email: "finance@minuteserv.com", password: DEMO_PASSWORD };
    const path = "/operations/login";
    const { access } = await api.ask({ method: "POST", path, body }, session);
    return new Books(api, access);
  }

  trialBalance(): Promise<TrialBalance> {
    return this.#get("/ledger/trial-balance", trialBalance);
  }

  async entriesOf(bookingId: string): Promise<readonly Entry[]> {
    return (await this.#get(`/ledger/entries?reference=booking:${bookingId}`, entries)).entries;
  }

  /** Ids of bookings for which money is held. */
  async bookingsInEscrow(): Promise<ReadonlySet<string>> {
    const ids = new Set<string>();
    let cursor = "";
    for (;;) {
      const query = `prefix=liability:booking:&open=true&limit=500${cursor}`;
      const page = await this.#get(`/ledger/accounts?${query}`, openAccounts);
      for (const { address } of page.accounts) ids.add(address.split(":")[2] ?? address);
      if (page.next_cursor === null) return ids;
      cursor = `&cursor=${page.next_cursor}`;
    }
  }

  /** The read models, once they have come to the log's end. */
  projections(): Promise<readonly Projection[]> {
    return waitFor(
      "the read models to reach the log's end",
      async () => (await this.#get("/projections", projections)).projections,
      (all) => all.every(({ lag }) => lag === 0),
    );
  }

  #get<T>(path: string, shape: z.ZodType<T>): Promise<T> {
    return this.#api.ask({ method: "GET", path: `/operations${path}`, token: this.#token }, shape);
  }
}
