import { createHash } from "node:crypto";
import { deriveId } from "../../kernel/ids.js";
import { reject, type Rejection } from "../../kernel/rejection.js";
import type { Answer } from "./answer.js";
import { canonicalJson } from "./canonical-json.js";
import type { IdempotencyStore } from "./idempotency-store.js";

/** A request that carries a key, as far as a repeat of it must be told from another one. */
export interface KeyedRequest {
  readonly marketplace: string;
  /** The principal's id; callers without a token share one name space. */
  readonly caller: string;
  /** Method and path pattern. */
  readonly route: string;
  readonly key: string;
  /** The path as called. */
  readonly path: string;
  readonly query: unknown;
  readonly body: unknown;
}

const KEY_REUSED = reject(
  "conflict",
  "idempotency_key_reused",
  "This idempotency key was used with another request.",
);

const IN_PROGRESS: Rejection = {
  ...reject("conflict", "request_in_progress", "The first request with this key is not done yet."),
  retryAfter: 1,
};

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("base64url");
}

/** The seed of all ids of a keyed request: its repeat, on any process, derives them again. */
export function seedOf(request: KeyedRequest): string {
  return deriveId("request", request.marketplace, request.caller, request.route, request.key);
}

/** Answers of a moment, not of the request: a repeat shall try anew. */
function passes(status: number): boolean {
  return status >= 500 || status === 429;
}

/**
 * Carries a keyed request out once and gives every repeat the first answer (DESIGN §12).
 *
 * @param perform carries the request out; when it throws, the key is free for a repeat
 */
export async function idempotently(
  store: IdempotencyStore,
  request: KeyedRequest,
  perform: () => Promise<Answer>,
): Promise<Answer | Rejection> {
  const scope = seedOf(request);
  const fingerprint = sha256(canonicalJson([request.path, request.query, request.body]));
  const claim = await store.claim(scope, fingerprint);
  if (claim.outcome === "reused") return KEY_REUSED;
  if (claim.outcome === "busy") return IN_PROGRESS;
  if (claim.outcome === "answered") {
    return { ...claim.answer, headers: { "idempotent-replayed": "true" } };
  }
  let answer: Answer;
  try {
    answer = await perform();
  } catch (error) {
    // The lease frees the key if even this fails, as it would while the database is away.
    await store.release(scope, claim.holder).catch(() => undefined);
    throw error;
  }
  if (passes(answer.status)) await store.release(scope, claim.holder);
  else await store.complete(scope, claim.holder, answer);
  return answer;
}
