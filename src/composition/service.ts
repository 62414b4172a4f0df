import type { Config } from "../config/config.js";
import { minuteserv } from "../markets/minuteserv/market.js";
import type { NotificationFeed } from "../markets/minuteserv/sockets/follow-notifications.js";
import type { Network } from "../modules/network/network.js";
import { gathered } from "../platform/database/gathered-reads.js";
import { DatabaseFiles } from "../platform/files/database-files.js";
import { HTTP_DEFAULTS, type HttpConfig } from "../platform/http/config.js";
import { idempotencyStore, type IdempotencyTimes } from "../platform/http/idempotency-store.js";
import { rateLimits } from "../platform/http/rate-limits.js";
import { createHttpServer } from "../platform/http/server.js";
import { openIdentity, type Identity } from "../platform/identity/open-identity.js";
import type { Logger } from "../platform/telemetry/log.js";
import { createMetrics, type Metrics } from "../platform/telemetry/metrics.js";
import { seedDemoData } from "../sandbox/demo/seed-demo-data.js";
import { openDaily, type Daily } from "./daily-jobs.js";
import { openFoundation, type Foundation } from "./foundation.js";
import { openGateways, type Gateways } from "./gateways.js";
import { MARKETS, marketsWith } from "./markets.js";
import { networkIndex } from "./network-index.js";
import { notificationFeed } from "./notification-feed.js";
import { pairMatching, type PairMatching } from "./pair-matching.js";
import { readinessChecks } from "./readiness.js";
import { reconciliationOn } from "./reconciliation.js";
import { runRoles, type RunningRoles } from "./running-roles.js";
import { surfaceOfSandbox } from "./sandbox-surface.js";
import { openOperations, type Operations } from "./operations-surface.js";
import type { StoreAddresses } from "./stores.js";
import { whenAnswered } from "./when-answered.js";
import { whenReadable } from "./when-readable.js";

/** A running Daybook. */
export interface Service {
  readonly port: number;
  readonly url: string;
  readonly foundation: Foundation;
  /** Lets requests in flight finish, then stops the roles and closes the stores' connections. */
  stop(): Promise<void>;
}

interface Parts {
  readonly foundation: Foundation;
  readonly metrics: Metrics;
  readonly identity: Identity;
  readonly gateways: Gateways;
  readonly roles: RunningRoles;
  readonly operations: Operations;
  readonly daily: Daily;
  readonly matchPairs: PairMatching;
  readonly news: NotificationFeed;
  readonly network: Network;
}

/** How long callers wait for what others do before they are answered without it. */
export type Patience = Pick<HttpConfig, "visibleWithin" | "settledWithin"> & {
  /** For the first answer to an idempotency key. */
  readonly repeats: IdempotencyTimes;
  /** Milliseconds for the answer to a webhook that is sent. */
  readonly webhooks: number;
  /** How many times as long as usual the log's answers are waited for. */
  readonly slowness: number;
};

/**
 * Starts everything that ROLES asks for on stores that run already; resolves when it answers.
 *
 * @param patience other than usual, as for a machine that is busy with other things as well
 */
export async function startService(
  config: Config,
  stores: StoreAddresses,
  log: Logger,
  { webhooks, slowness, ...patience }: Partial<Patience> = {},
): Promise<Service> {
  const foundation = await openFoundation(config, stores, log, slowness);
  const metrics = createMetrics();
  const { database, clock } = foundation;
  let url = "";
  const gateways = openGateways(
    foundation,
    () => `${config.publicUrl ?? url}${minuteserv.base}/payments/webhook`,
    webhooks,
  );
  const network = networkIndex();
  const roles = runRoles(foundation, { ...gateways, network }, metrics);
  const reconciliation = reconciliationOn(foundation, gateways.payments, roles);
  const matchPairs = pairMatching(foundation, network, roles);
  const daily = openDaily(foundation, { reconciliation, matchPairs });
  const operations = openOperations(foundation, reconciliation, daily.schedule);
  const identity = await openIdentity({
    database,
    clock,
    log,
    secret: config.jwtSecret ?? foundation.accessTokenSecret.toString("hex"),
    markets: [...MARKETS, operations.surface],
  });
  const news = notificationFeed(database, roles.projected, log);
  const surfaces = { operations, daily, matchPairs, news, network };
  const parts = { foundation, metrics, identity, gateways, roles, ...surfaces };
  await whenAnswered(async () => {
    if (config.demoData) await seedDemoData(foundation.eventLog, identity.credentials);
    await whenReadable(foundation, roles);
  });
  // The first question would wait for the whole network; should this fail, it reads what is left.
  void network.current(database).catch(() => undefined);
  if (config.roles.includes("processes")) daily.schedule.start();
  const http = serve(parts, patience);
  const port = await http.listen(config.host, config.port);
  url = `http://${config.host.includes(":") ? `[${config.host}]` : config.host}:${port}`;
  return {
    port,
    url,
    foundation,
    async stop() {
      await http.close();
      news.close();
      await operations.close();
      await daily.schedule.stop();
      await roles.stop();
      await gateways.close();
      await identity.close();
      await foundation.close();
    },
  };
}

function serve(
  parts: Parts,
  { repeats, ...waits }: Partial<Omit<Patience, "webhooks" | "slowness">>,
) {
  const { foundation, metrics, identity, gateways, roles } = parts;
  const { operations, daily, matchPairs, news, network } = parts;
  const { config, database, vault, clock, eventLog, log } = foundation;
  const limits = rateLimits(database, clock);
  const isApi = config.roles.includes("api");
  const markets = isApi ? [...marketsWith(news, network), operations.surface] : [];
  const sandbox = surfaceOfSandbox({ foundation, gateways, roles, limits, daily, matchPairs });
  if (isApi && sandbox !== undefined) markets.push(sandbox);
  return createHttpServer({
    markets,
    ports: {
      clock,
      commands: eventLog,
      feed: eventLog.feed,
      reads: gathered(database),
      claims: eventLog.claims,
      numbers: eventLog.numbers,
      drafts: identity.drafts,
      files: new DatabaseFiles(database, vault),
      otps: identity.otps,
      credentials: identity.credentials,
      sessions: identity.sessions,
      messenger: gateways.messenger,
      projected: roles.projected,
      processed: roles.processed,
      payments: () => gateways.payments,
      tokens: identity.tokens,
      idempotency: idempotencyStore(database, repeats),
      rateLimits: limits,
    },
    config: { ...httpConfig(config), ...waits },
    log,
    metrics,
    checks: readinessChecks(foundation, roles),
  });
}

function httpConfig(config: Config): HttpConfig {
  const hosts = MARKETS.map(({ name }) => [name, config.marketHosts.replace("{market}", name)]);
  return {
    ...HTTP_DEFAULTS,
    trustedProxies: config.trustProxy ? 1 : 0,
    rateLimits: config.rateLimits,
    hosts: Object.fromEntries(hosts),
    internalKeys: Object.fromEntries(MARKETS.map(({ name }) => [name, config.internalApiKey])),
  };
}
