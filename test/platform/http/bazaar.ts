import { z } from "zod";
import { HOUR, MINUTE } from "../../../src/kernel/clock.js";
import { GatewayUnavailable } from "../../../src/kernel/gateway.js";
import type { Market } from "../../../src/kernel/market.js";
import { isRejection, reject, rejectFields } from "../../../src/kernel/rejection.js";
import { created, ok, PUBLIC, realm, route, type Route } from "../../../src/kernel/route.js";
import { uploadOf } from "../../../src/kernel/upload.js";
import { JAR, type JarPut } from "./jar.js";

/** A market as small as one can be that still has every kind of route. */

const STATUS = {
  malformed: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  invalid: 422,
  too_many: 429,
  unavailable: 503,
  internal: 500,
} as const;

const REPLY = { 200: { description: "Done", schema: z.looseObject({}) } };
const ID = z.object({ id: z.uuid() });
const THING = z.object({ name: z.string().min(1).max(40), note: z.string().optional() });
const PHONE = z.object({ phone_number: z.string().regex(/^\+\d{8,14}$/) });
const PUT_IN = z.object({ amount: z.int().min(1) });

const common = { tag: "Things", limit: "general", replies: REPLY } as const;

const things: readonly Route[] = [
  route({
    ...common,
    method: "GET",
    path: "/ping",
    summary: "Answers anyone",
    may: PUBLIC,
    handle: async (input) => ok({ pong: true, ip: input.ip }),
  }),
  route({
    ...common,
    method: "GET",
    path: "/me",
    summary: "Who the caller is",
    may: realm("customer"),
    handle: async (_input, app) => ok({ id: app.principal?.id, role: app.principal?.role }),
  }),
  route({
    ...common,
    method: "GET",
    path: "/vault",
    summary: "For one role of one realm",
    may: realm("admin", "keeper"),
    handle: async () => ok({}),
  }),
  route({
    ...common,
    method: "GET",
    path: "/things/:id",
    summary: "Looks one thing up",
    may: realm("customer"),
    params: ID,
    query: z.object({ page: z.coerce.number().int().min(1).default(1) }),
    handle: async ({ params, query }) => ok({ id: params.id, page: query.page }),
  }),
  route({
    ...common,
    method: "GET",
    path: "/things/latest",
    summary: "A literal path beside a parameter",
    may: realm("customer"),
    handle: async () => ok({ latest: true }),
  }),
  route({
    ...common,
    method: "POST",
    path: "/hook",
    summary: "Takes any bytes",
    may: PUBLIC,
    handle: async ({ rawBody, body }) => ok({ bytes: rawBody.length, body: body ?? null }),
  }),
];

const writes: readonly Route[] = [
  route({
    ...common,
    method: "POST",
    path: "/pictures",
    summary: "Takes a picture",
    may: PUBLIC,
    idempotency: "honoured",
    multipart: ["picture"],
    body: z.object({ title: z.string(), picture: uploadOf(["image/png", "image/jpeg"]) }),
    handle: async ({ body }) => ok({ title: body.title, picture: body.picture }),
  }),
  route({
    ...common,
    method: "POST",
    path: "/things",
    summary: "Makes a thing, once a key",
    may: realm("customer"),
    idempotency: "required",
    body: THING,
    example: { name: "lamp" },
    handle: async ({ body }, app) => {
      if (body.name === "refused") return reject("conflict", "thing_refused", "Not this one.");
      await app.reads.rows("insert into ops.effects (name) values ($1)", [body.name]);
      if (body.name === "crash") throw new Error("a bug");
      if (body.name === "away") throw new GatewayUnavailable("the gateway is away");
      if (body.name === "slow") await app.reads.rows("select pg_sleep(0.3)");
      return created({ id: app.id("thing"), command: app.envelope.commandId });
    },
  }),
  route({
    ...common,
    method: "POST",
    path: "/jars/:id",
    summary: "Puts coins into a jar and reads it back",
    may: realm("customer"),
    idempotency: "honoured",
    params: ID,
    body: PUT_IN,
    handle: async ({ params, body }, app) => {
      const command: JarPut = { type: "PutIntoJar", amount: body.amount };
      const outcome = await app.execute(JAR, params.id, command);
      if (isRejection(outcome)) return outcome;
      if (body.amount === 42) await app.settled();
      await app.reads.rows("select 1");
      const commands = outcome.events.map(({ metadata }) => metadata.commandId);
      return ok({ total: outcome.state, commands });
    },
  }),
  route({
    ...common,
    method: "POST",
    path: "/coins/:id",
    summary: "Puts one coin into a jar and reads nothing",
    may: realm("customer"),
    params: ID,
    handle: async ({ params }, app) => {
      const outcome = await app.execute(JAR, params.id, { type: "PutIntoJar", amount: 1 });
      return isRejection(outcome) ? outcome : ok({});
    },
  }),
  route({
    ...common,
    method: "POST",
    path: "/otp",
    summary: "Three an hour for a phone number",
    limit: "otp",
    may: PUBLIC,
    body: PHONE,
    handle: async () => ok({ sent: true }),
  }),
  route({
    ...common,
    method: "POST",
    path: "/orders",
    summary: "Two an hour for a customer",
    limit: "orders",
    may: realm("customer"),
    idempotency: "honoured",
    handle: async () => ok({ ordered: true }),
  }),
  route({
    ...common,
    method: "POST",
    path: "/busy",
    summary: "Three a minute for a customer",
    limit: "busy",
    may: realm("customer"),
    handle: async () => ok({ busy: true }),
  }),
];

export const BAZAAR: Market = {
  name: "bazaar",
  title: "Bazaar",
  base: "/bazaar/v1",
  hostBase: "/v1",
  description: "A market for the tests of the HTTP side.",
  realms: ["customer", "admin"],
  dialect: {
    error: ({ code, reason, message, fields }) => ({
      status: STATUS[code],
      body: { success: false, error: { code: reason, message, ...(fields && { fields }) } },
    }),
    invalid: (issues) =>
      rejectFields(
        "validation_failed",
        issues.map(({ path, message }) => ({ field: path.join("."), message })),
      ),
    errorSchema: z.object({
      success: z.literal(false),
      error: z.object({ code: z.string(), message: z.string() }),
    }),
  },
  limits: {
    general: { most: 100_000, window: MINUTE, by: "ip" },
    otp: { most: 3, window: HOUR, by: "body.phone_number" },
    orders: { most: 2, window: HOUR, by: "principal" },
    busy: { most: 3, window: MINUTE, by: "principal" },
  },
  routes: [...things, ...writes],
  documented: {
    "GET /vault": [
      { status: 200, body: { gold: 1 } },
      { status: 403, body: { success: false }, note: "The document prints no body." },
    ],
    "POST /things": [
      { status: 200, body: { id: "uuid" }, when: "Made now" },
      { status: 200, body: { id: "uuid", old: true }, when: "Made before" },
    ],
  },
  tokens: { access: 15 * MINUTE, refresh: 7 * 24 * HOUR },
  idempotencyHeader: "X-Idempotency-Key",
};
