import { STATUS_CODES } from "node:http";
import { z } from "zod";
import type { DocumentedAnswer } from "../../../kernel/documented.js";
import type { Market } from "../../../kernel/market.js";
import type { Route } from "../../../kernel/route.js";
import { answersTo } from "./printed-answers.js";
import { membersOf } from "./schemas.js";

type Json = Readonly<Record<string, unknown>>;

const SCHEMA = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json";

function urlOf(route: Route): Json {
  const path = route.path.split("/").filter((word) => word !== "");
  const query = membersOf(route.query).map(({ name }) => ({
    key: name,
    value: "",
    disabled: true,
  }));
  const variable = membersOf(route.params).map(({ name }) => ({ key: name, value: "" }));
  return { raw: `{{baseUrl}}${route.path}`, host: ["{{baseUrl}}"], path, query, variable };
}

function headersOf(route: Route, market: Market): Json[] {
  const key = { key: market.idempotencyHeader, value: "{{$guid}}" };
  const type = { key: "Content-Type", value: "application/json" };
  const hasBody = route.method !== "GET" && !(route.body instanceof z.ZodUnknown);
  return [...(hasBody ? [type] : []), ...(route.idempotency === undefined ? [] : [key])];
}

function itemOf(route: Route, market: Market): Json {
  const example = route.example === undefined ? {} : { body: bodyOf(route.example) };
  const auth = route.may.kind === "public" ? { auth: { type: "noauth" } } : {};
  const { method } = route;
  const header = headersOf(route, market);
  const request = { method, header, url: urlOf(route), ...example, ...auth };
  const response = answersTo(route, market).map((answer) => savedAnswer(answer, request));
  return { name: route.summary, request, response };
}

/** A printed answer as Postman keeps one beside its request. */
function savedAnswer(answer: DocumentedAnswer, originalRequest: Json): Json {
  const { status: code } = answer;
  return {
    name: answer.when ?? String(code),
    originalRequest,
    status: STATUS_CODES[code] ?? "",
    code,
    header: [{ key: "Content-Type", value: "application/json" }],
    _postman_previewlanguage: "json",
    body: JSON.stringify(answer.body, null, 2),
  };
}

function bodyOf(example: object): Json {
  const raw = JSON.stringify(example, null, 2);
  return { mode: "raw", raw, options: { raw: { language: "json" } } };
}

/**
 * A Postman collection (v2.1) of a market: one folder a heading of its document, the token and
 * the address as variables.
 *
 * @param baseUrl the market's base with scheme and host
 */
export function postmanCollection(market: Market, baseUrl: string): Json {
  const item = [...byTag(market.routes)].map(([name, routes]) => ({
    name,
    item: routes.map((route) => itemOf(route, market)),
  }));
  return {
    info: { name: market.title, description: market.description, schema: SCHEMA },
    auth: { type: "bearer", bearer: [{ key: "token", value: "{{token}}", type: "string" }] },
    variable: [
      { key: "baseUrl", value: baseUrl },
      { key: "token", value: "" },
    ],
    item,
  };
}

function byTag(routes: readonly Route[]): Map<string, Route[]> {
  const folders = new Map<string, Route[]>();
  for (const route of routes) folders.set(route.tag, [...(folders.get(route.tag) ?? []), route]);
  return folders;
}
