import { z } from "zod";
import type { Market } from "../../../kernel/market.js";
import { reject, REJECTION_CODES } from "../../../kernel/rejection.js";
import type { Route } from "../../../kernel/route.js";
import { answersTo, examplesOf } from "./printed-answers.js";
import { jsonSchema, membersOf } from "./schemas.js";

type Json = Readonly<Record<string, unknown>>;

const ERRORS: Readonly<Record<number, string>> = {
  400: "Malformed: the JSON, a header or the content type",
  401: "No good access token",
  403: "Not for this kind of account or role",
  404: "Unknown, or not yours",
  409: "Conflicts with the present state, or a reused idempotency key",
  422: "A field is refused",
  429: "Rate limit exceeded; Retry-After says when to come again",
  503: "A store or a gateway is away; Retry-After says when to come again",
};

const ERROR_REFERENCE = { $ref: "#/components/schemas/Error" };

/** `/bookings/:id` → `/bookings/{id}` */
function templated(path: string): string {
  return path.replaceAll(/:(\w+)/g, "{$1}");
}

/** A stable name of an operation for generated clients: `postBookingsByIdCancel`. */
function operationId({ method, path }: Route): string {
  const words = path.split("/").filter((word) => word !== "");
  const named = words.map((word) => (word.startsWith(":") ? `by-${word.slice(1)}` : word));
  const capitals = named
    .join("-")
    .replaceAll(/[^A-Za-z0-9]+(.)?/g, (_, next?: string) => (next ?? "").toUpperCase());
  return `${method.toLowerCase()}${capitals.charAt(0).toUpperCase()}${capitals.slice(1)}`;
}

function parametersOf(route: Route, market: Market): Json[] {
  const path = membersOf(route.params).map(({ name, schema }) => ({
    name,
    in: "path",
    required: true,
    schema,
  }));
  const query = membersOf(route.query).map((member) => ({ ...member, in: "query" }));
  if (route.idempotency === undefined) return [...path, ...query];
  const key = {
    name: market.idempotencyHeader,
    in: "header",
    required: route.idempotency === "required",
    description: "Repeats of a request under one key get the first answer.",
    schema: { type: "string", format: "uuid" },
  };
  return [...path, ...query, key];
}

function responsesOf(route: Route, market: Market): Json {
  const printed = (status: number) => examplesOf(answersTo(route, market), status);
  const documented = Object.entries(route.replies).map(([status, reply]) => {
    const { description, schema } = reply;
    const media = { schema: jsonSchema(schema, "output"), ...printed(Number(status)) };
    return [status, { description, content: { "application/json": media } }];
  });
  const errors = Object.entries(ERRORS)
    .map(([status, description]) => [Number(status), description] as const)
    .filter(([status]) => !(status in route.replies) && mayAnswer(route, market, status))
    .map(([status, description]) => [
      status,
      {
        description,
        content: { "application/json": { schema: ERROR_REFERENCE, ...printed(status) } },
      },
    ]);
  return Object.fromEntries([...documented, ...errors]) as Json;
}

/** A refusal that the market's document prints there, or that such a route may meet. */
function mayAnswer(route: Route, market: Market, status: number): boolean {
  const { dialect } = market;
  if (answersTo(route, market).some((answer) => answer.status === status)) return true;
  const known = REJECTION_CODES.map((code) => dialect.error(reject(code, "", "")).status);
  if (!known.includes(status)) return false;
  if (status === 401 || status === 403) return route.may.kind !== "public";
  if (status === 404) return route.path.includes(":");
  if (status === 409) return route.method !== "GET";
  return true;
}

function operationOf(route: Route, market: Market): Json {
  const open = route.may.kind === "public";
  const declaresBody = route.method !== "GET" && !(route.body instanceof z.ZodUnknown);
  const media = { schema: jsonSchema(route.body, "input"), ...exampleOf(route) };
  const files = route.multipart !== undefined ? { "multipart/form-data": media } : {};
  const requestBody = { required: true, content: { "application/json": media, ...files } };
  return {
    operationId: operationId(route),
    summary: route.summary,
    tags: [route.tag],
    parameters: parametersOf(route, market),
    ...(declaresBody && { requestBody }),
    responses: responsesOf(route, market),
    security: open ? [] : [{ bearer: [] }],
  };
}

function exampleOf({ example }: Route): Json {
  return example === undefined ? {} : { example };
}

/**
 * The OpenAPI 3.1 document of a market, made from its routes alone.
 *
 * @param base where the document's paths begin, on this or on any server
 */
export function openApi(market: Market, base: string): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const route of market.routes) {
    const path = templated(route.path);
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route, market) };
  }
  const tags = [...new Set(market.routes.map(({ tag }) => tag))].map((name) => ({ name }));
  const bearer = { type: "http", scheme: "bearer", bearerFormat: "JWT" };
  return {
    openapi: "3.1.0",
    info: { title: market.title, version: "1.0.0", description: market.description },
    servers: [{ url: base === "" ? "/" : base }],
    tags,
    paths,
    components: {
      securitySchemes: { bearer },
      schemas: { Error: jsonSchema(market.dialect.errorSchema, "output") },
    },
  };
}
