import { isAbsolute, resolve } from "node:path";
import { ALL_ROLES, environmentSchema, type Environment, type Role } from "./environment.js";
import { SANDBOX_SECRETS } from "./sandbox-secrets.js";

export interface RazorpaySettings {
  readonly keyId: string;
  readonly keySecret: string;
  readonly webhookSecret: string;
}

export interface Config {
  readonly host: string;
  readonly port: number;
  /** Absolute. */
  readonly dataDir: string;
  /** Undefined: the embedded store of DATA_DIR. */
  readonly eventStoreUrl: string | undefined;
  readonly databaseUrl: string | undefined;
  readonly roles: readonly Role[];
  readonly sandbox: boolean;
  readonly demoData: boolean;
  readonly rateLimits: boolean;
  readonly trustProxy: boolean;
  readonly logLevel: Environment["LOG_LEVEL"];
  readonly publicUrl: string | undefined;
  /** `{market}` stands for the market's name. */
  readonly marketHosts: string;
  /** Undefined: derived from the master key. */
  readonly jwtSecret: string | undefined;
  /** 32 bytes each as hex or base64; without a current one it is made once, in DATA_DIR. */
  readonly masterKeys: {
    readonly current: string | undefined;
    readonly previous: string | undefined;
  };
  readonly internalApiKey: string;
  /** Minor units by which settlements and bank lines may differ from the journal. */
  readonly reconciliationTolerance: number;
  readonly razorpay: RazorpaySettings;
  readonly smtp: { readonly url: string; readonly from: string } | undefined;
  readonly sms: { readonly url: string; readonly token: string } | undefined;
  /** At each market's place. */
  readonly reconciliationHour: number;
  /** Who is told of bookings; `secret` is empty where nobody is. */
  readonly webhooks: { readonly urls: readonly string[]; readonly secret: string };
  readonly push: { readonly url: string; readonly token: string } | undefined;
}

/** Settings that make no sense: the message is for the person who starts the service. */
export class InvalidSettings extends Error {
  override readonly name = "InvalidSettings";
}

/**
 * Reads and checks the whole environment before anything starts.
 *
 * With embedded stores everything has a default: the sandbox and the demo data are on, and the
 * master key is made once and kept in DATA_DIR. Without the sandbox the service must be told its
 * secrets; the sandbox never runs with NODE_ENV=production (DESIGN §8, §10).
 */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const given = Object.entries(environment).filter(([, value]) => value !== "");
  const parsed = environmentSchema.safeParse(Object.fromEntries(given));
  if (!parsed.success) {
    const problems = parsed.error.issues.map(
      ({ path, message }) => `${path.join(".")}: ${message}`,
    );
    throw new InvalidSettings(`Some settings make no sense:\n  ${problems.join("\n  ")}`);
  }
  return configOf(parsed.data);
}

function configOf(env: Environment): Config {
  const embedded = env.EVENTSTORE_URL === undefined && env.DATABASE_URL === undefined;
  const sandbox = env.SANDBOX ?? (embedded && env.NODE_ENV !== "production");
  refuseContradictions(env, sandbox);
  const dataDir = isAbsolute(env.DATA_DIR) ? env.DATA_DIR : resolve(env.DATA_DIR);
  return {
    host: env.HOST,
    port: env.PORT,
    dataDir,
    eventStoreUrl: env.EVENTSTORE_URL,
    databaseUrl: env.DATABASE_URL,
    roles: env.ROLES ?? ALL_ROLES,
    sandbox,
    demoData: env.DEMO_DATA ?? sandbox,
    rateLimits: env.RATE_LIMITS,
    trustProxy: env.TRUST_PROXY,
    logLevel: env.LOG_LEVEL,
    publicUrl: env.PUBLIC_URL,
    marketHosts: env.MARKET_HOSTS,
    reconciliationHour: env.RECONCILIATION_HOUR,
    reconciliationTolerance: env.RECONCILIATION_TOLERANCE,
    ...secretsOf(env, sandbox),
    smtp: pair(env.SMTP_URL, env.SMTP_FROM, (url, from) => ({ url, from })),
    sms: pair(env.SMS_URL, env.SMS_TOKEN, (url, token) => ({ url, token })),
    push: pair(env.PUSH_URL, env.PUSH_TOKEN, (url, token) => ({ url, token })),
  };
}

function refuseContradictions(env: Environment, sandbox: boolean): void {
  const refuse = (why: string) => {
    throw new InvalidSettings(why);
  };
  if (sandbox && env.NODE_ENV === "production") {
    refuse("The sandbox moves the clock and prints one-time passwords: it is never in production.");
  }
  if (env.DEMO_DATA === true && !sandbox) {
    refuse("DEMO_DATA=on makes logins with known passwords, so it needs SANDBOX=on.");
  }
  if (!env.RATE_LIMITS && !sandbox) {
    refuse("RATE_LIMITS=off is for benchmarks in the sandbox only.");
  }
}

function secretsOf(env: Environment, sandbox: boolean) {
  const required = (name: keyof Environment): string => {
    const value = env[name];
    if (typeof value === "string") return value;
    throw new InvalidSettings(`${name} must be set when the sandbox is off.`);
  };
  const gateway = (name: keyof typeof SANDBOX_SECRETS) =>
    sandbox ? (env[name] ?? SANDBOX_SECRETS[name]) : required(name);
  return {
    jwtSecret: env.JWT_SECRET,
    masterKeys: {
      current: sandbox ? env.MASTER_KEY : required("MASTER_KEY"),
      previous: env.MASTER_KEY_PREVIOUS,
    },
    internalApiKey: gateway("INTERNAL_API_KEY"),
    razorpay: {
      keyId: gateway("RAZORPAY_KEY_ID"),
      keySecret: gateway("RAZORPAY_KEY_SECRET"),
      webhookSecret: gateway("RAZORPAY_WEBHOOK_SECRET"),
    },
    webhooks: {
      urls: env.WEBHOOK_URLS,
      secret: env.WEBHOOK_URLS.length === 0 ? "" : gateway("WEBHOOK_SECRET"),
    },
  };
}

function pair<T>(
  first: string | undefined,
  second: string | undefined,
  make: (first: string, second: string) => T,
): T | undefined {
  if (first === undefined && second === undefined) return undefined;
  if (first !== undefined && second !== undefined) return make(first, second);
  throw new InvalidSettings(
    "SMTP_URL and SMTP_FROM, SMS_URL and SMS_TOKEN, PUSH_URL and PUSH_TOKEN are set together " +
      "or not at all.",
  );
}
