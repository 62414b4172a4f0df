/** Settings of the HTTP side; main reads them from the environment (DESIGN §8). */
export interface HttpConfig {
  /** How many proxies stand in front; 0 ignores X-Forwarded-For. */
  readonly trustedProxies: number;
  /** Origins that browsers may call from. */
  readonly corsOrigins: "*" | readonly string[];
  /** Host names by market; a market not named here answers on `<name>.localhost`. */
  readonly hosts: Readonly<Record<string, string>>;
  /** The key that a market's internal services show, by market; none closes internal routes. */
  readonly internalKeys: Readonly<Record<string, string>>;
  /** False for benchmarks only. */
  readonly rateLimits: boolean;
  /** Bytes of a JSON body. */
  readonly jsonLimit: number;
  /** Bytes of one file of a multipart body. */
  readonly uploadLimit: number;
  /** Bytes of multipart bodies that this process holds in memory at once. */
  readonly uploadsInFlight: number;
  /** Milliseconds a read waits until it sees the request's own write. */
  readonly visibleWithin: number;
  /** Milliseconds a caller waits for the processes' consequences. */
  readonly settledWithin: number;
  /** Milliseconds that requests in flight get at shutdown. */
  readonly drainWithin: number;
}

const MEGABYTE = 1_048_576;

export const HTTP_DEFAULTS: HttpConfig = {
  trustedProxies: 0,
  corsOrigins: "*",
  hosts: {},
  internalKeys: {},
  rateLimits: true,
  jsonLimit: MEGABYTE,
  uploadLimit: 20 * MEGABYTE,
  uploadsInFlight: 256 * MEGABYTE,
  visibleWithin: 5_000,
  settledWithin: 3_000,
  drainWithin: 10_000,
};
