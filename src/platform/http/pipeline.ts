import type { Context } from "koa";
import type { Principal } from "../../kernel/identity.js";
import { isId, newId } from "../../kernel/ids.js";
import { isRejection, reject, type Rejection } from "../../kernel/rejection.js";
import { answerRejection, answerReply, type Answer } from "./answer.js";
import { authenticate } from "./authentication.js";
import type { HttpConfig } from "./config.js";
import { idempotently, seedOf, type KeyedRequest } from "./idempotent.js";
import type { CountedAt, Plan } from "./plan.js";
import type { HttpPorts } from "./ports.js";
import { formLimit, isMultipart, readMultipartBody } from "./multipart-body.js";
import { NO_BODY, NOT_STORABLE, readJsonBody, type RequestBody } from "./request-body.js";
import { isStorable } from "./storable.js";
import { RequestApp } from "./request-app.js";
import type { RequestIdentity } from "./request-identity.js";
import type { UploadRoom } from "./upload-room.js";
import { validate, type Valid } from "./validation.js";

/** One request on its way through the checks. */
interface Passage {
  readonly plan: Plan;
  readonly ctx: Context;
  readonly identity: RequestIdentity;
  readonly ports: HttpPorts;
  readonly config: HttpConfig;
  readonly uploads: UploadRoom;
}

const KEY_MISSING = reject("malformed", "idempotency_key_missing", "An idempotency key is needed.");
const KEY_MALFORMED = reject(
  "malformed",
  "idempotency_key_malformed",
  "The idempotency key must be a uuid.",
);
const POSITION_MALFORMED = reject(
  "malformed",
  "min_position_malformed",
  "min_position must be a whole number.",
);

/**
 * Takes a request through every check and its handler, in the order in which a caller wants to
 * hear of mistakes: who are you, may you, is it well-formed, did you ask before, and only then
 * does it count against a long window and reach the business.
 */
export async function passThrough(
  passage: Passage,
  params: Readonly<Record<string, string>>,
): Promise<Answer | Rejection> {
  const { plan, ctx } = passage;
  const early = await limited(passage, "arrival", undefined, undefined);
  if (early !== undefined) return early;
  const principal = await callerOf(passage);
  if (isRejection(principal)) return principal;
  const busy = await limited(passage, "authenticated", principal, undefined);
  if (busy !== undefined) return busy;
  const key = idempotencyKey(plan, ctx);
  if (isRejection(key)) return key;
  const leave = roomFor(passage);
  if (isRejection(leave)) return leave;
  try {
    return await takeIn(passage, params, principal, key);
  } finally {
    leave?.();
  }
}

/** What a form brings stays in memory until it is answered, so its room is taken for as long. */
function roomFor({ plan, ctx, config, uploads }: Passage): (() => void) | Rejection | undefined {
  const { multipart } = plan.route;
  if (!plan.readsBody || multipart === undefined || !isMultipart(ctx.req)) return undefined;
  const most = formLimit(multipart, config);
  const announced = Number(ctx.get("content-length") || most);
  return uploads.enter(Math.min(announced, most));
}

async function takeIn(
  passage: Passage,
  params: Readonly<Record<string, string>>,
  principal: Principal | undefined,
  key: string | undefined,
): Promise<Answer | Rejection> {
  const { plan, ctx, ports } = passage;
  const { market, route } = plan;
  const body = plan.readsBody ? await readBody(passage) : NO_BODY;
  if (isRejection(body)) return body;
  const parts = { params, query: ctx.query, body: body.value };
  if (!isStorable(params) || !isStorable(ctx.query)) return NOT_STORABLE;
  const valid = validate(route, market.dialect, parts, plan.declaresBody && plan.readsBody);
  if (isRejection(valid)) return valid;
  if (key === undefined) return perform(passage, principal, body, valid, newId());
  const keyed: KeyedRequest = {
    marketplace: market.name,
    caller: principal?.id ?? "public",
    route: plan.name,
    key,
    path: ctx.path,
    query: ctx.query,
    body: body.value,
  };
  return idempotently(ports.idempotency, keyed, () =>
    perform(passage, principal, body, valid, seedOf(keyed)),
  );
}

function callerOf({
  plan,
  ctx,
  ports,
  config,
}: Passage): Promise<Principal | Rejection> | undefined {
  const { may } = plan.route;
  if (may.kind === "public") return undefined;
  const { name } = plan.market;
  const key = config.internalKeys[name];
  return authenticate(ports.tokens, name, may, ctx.headers.authorization, key);
}

function readBody({ plan, ctx, config }: Passage): Promise<RequestBody | Rejection> {
  const { multipart } = plan.route;
  if (multipart !== undefined && isMultipart(ctx.req)) {
    return readMultipartBody(ctx.req, multipart, config);
  }
  return readJsonBody(ctx.req, config, plan.declaresBody);
}

function idempotencyKey({ route, market }: Plan, ctx: Context): string | undefined | Rejection {
  if (route.idempotency === undefined) return undefined;
  const key = ctx.get(market.idempotencyHeader);
  if (key === "") return route.idempotency === "required" ? KEY_MISSING : undefined;
  return isId(key) ? key.toLowerCase() : KEY_MALFORMED;
}

async function limited(
  { plan, ctx, ports }: Passage,
  at: CountedAt,
  principal: Principal | undefined,
  body: unknown,
): Promise<Rejection | undefined> {
  if (plan.limit?.at !== at) return undefined;
  const { bucket, limit } = plan.limit;
  const phone = limit.by === "body.phone_number" ? phoneNumber(body) : undefined;
  const person = limit.by === "principal" ? principal?.id : phone;
  return ports.rateLimits.count(bucket, limit, person ?? ctx.ip);
}

function phoneNumber(body: unknown): string | undefined {
  if (typeof body !== "object" || body === null || !("phone_number" in body)) return undefined;
  return typeof body.phone_number === "string" ? body.phone_number : undefined;
}

async function perform(
  passage: Passage,
  principal: Principal | undefined,
  body: RequestBody,
  valid: Valid,
  seed: string,
): Promise<Answer> {
  const { plan, ctx, ports, config, identity } = passage;
  const { market, route } = plan;
  const late = await limited(passage, "valid", principal, valid.body);
  if (late !== undefined) return answerRejection(market.dialect, late);
  const { ip } = ctx;
  const userAgent = ctx.get("user-agent").slice(0, 512);
  const facts = { marketplace: market.name, principal, ip, userAgent, seed, ...identity };
  const app = new RequestApp(ports, config, facts);
  const refused = await awaitPosition(ctx, app);
  if (refused !== undefined) return answerRejection(market.dialect, refused);
  const headers = ctx.headers as Readonly<Record<string, string | undefined>>;
  const input = { ...valid, headers, rawBody: body.raw, ip, url: ctx.href };
  const outcome = await route.handle(input, app);
  if (!isRejection(outcome)) {
    await app.shown();
    return answerReply(outcome, app.position);
  }
  return { ...answerRejection(market.dialect, outcome), position: app.position };
}

/** `?min_position=` on a GET: the caller saw that position in an `X-Event-Position` before. */
async function awaitPosition(ctx: Context, app: RequestApp): Promise<Rejection | undefined> {
  if (ctx.method !== "GET" || ctx.querystring === "") return undefined;
  const wanted = ctx.query["min_position"];
  if (wanted === undefined) return undefined;
  const position = Number(wanted);
  if (!Number.isSafeInteger(position) || position < 0) return POSITION_MALFORMED;
  await app.see(position);
  return undefined;
}
