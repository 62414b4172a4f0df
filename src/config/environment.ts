import { z } from "zod";

const onOff = z.enum(["on", "off"]).transform((word) => word === "on");
const port = z.coerce.number().int().min(0).max(65_535);
const secret = z.string().min(1);

/** Several addresses, comma separated. Each is told once, so none may stand there twice. */
const webhookUrls = z
  .string()
  .transform((text) => text.split(",").map((word) => word.trim()))
  .pipe(
    z
      .array(z.url({ protocol: /^https?$/ }))
      .refine((urls) => new Set(urls).size === urls.length, "names an address twice"),
  );

const roles = z
  .string()
  .transform((text) => text.split(",").map((word) => word.trim()))
  .pipe(z.array(z.enum(["api", "projector", "processes"])).min(1));

/** Every setting that Daybook reads from its environment; README lists them with their meaning. */
export const environmentSchema = z.object({
  NODE_ENV: z.string().default("development"),
  HOST: z.string().default("127.0.0.1"),
  PORT: port.default(8000),
  DATA_DIR: z.string().min(1).default(".daybook"),
  EVENTSTORE_URL: z.string().startsWith("esdb").optional(),
  DATABASE_URL: z.string().startsWith("postgres").optional(),
  ROLES: roles.optional(),
  SANDBOX: onOff.optional(),
  DEMO_DATA: onOff.optional(),
  RATE_LIMITS: onOff.default(true),
  TRUST_PROXY: onOff.default(false),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]).default("info"),
  PUBLIC_URL: z.url().optional(),
  MARKET_HOSTS: z.string().default("{market}.localhost"),
  JWT_SECRET: z.string().min(32).optional(),
  MASTER_KEY: z.string().min(32).optional(),
  MASTER_KEY_PREVIOUS: z.string().min(32).optional(),
  INTERNAL_API_KEY: secret.optional(),
  RECONCILIATION_TOLERANCE: z.coerce.number().int().min(0).max(100_000).default(0),
  RAZORPAY_KEY_ID: secret.optional(),
  RAZORPAY_KEY_SECRET: secret.optional(),
  RAZORPAY_WEBHOOK_SECRET: secret.optional(),
  SMTP_URL: z.url().optional(),
  SMTP_FROM: z.string().min(3).optional(),
  SMS_URL: z.url().optional(),
  SMS_TOKEN: secret.optional(),
  PUSH_URL: z.url().optional(),
  PUSH_TOKEN: secret.optional(),
  RECONCILIATION_HOUR: z.coerce.number().int().min(0).max(23).default(2),
  WEBHOOK_URLS: webhookUrls.default([]),
  WEBHOOK_SECRET: z.string().min(16).optional(),
});

export type Environment = z.output<typeof environmentSchema>;
export type Role = NonNullable<Environment["ROLES"]>[number];

export const ALL_ROLES: readonly Role[] = ["api", "projector", "processes"];
