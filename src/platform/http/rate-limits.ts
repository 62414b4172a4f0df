import { LRUCache } from "lru-cache";
import { HOUR, type Clock } from "../../kernel/clock.js";
import type { Limit } from "../../kernel/market.js";
import { reject, type Rejection } from "../../kernel/rejection.js";
import type { Database } from "../database/database.js";
import { COMMITS_LATER } from "./commits-later.js";

/** Counts requests in windows that begin with the first request; business time. */
export interface RateLimits {
  /**
   * Counts one request of a subject and refuses it beyond the limit.
   *
   * @param bucket the market's bucket, `minuteserv.otp`
   * @param subject an ip, a principal's id or a phone number
   */
  count(bucket: string, limit: Limit, subject: string): Promise<Rejection | undefined>;
  /** Forgets the shared windows and those of this process. */
  reset(): Promise<void>;
}

interface Window {
  ends_at: number;
  count: number;
}

/** Long windows are shared by all processes and survive a restart; short ones cost no query. */
export function isShared(limit: Limit): boolean {
  return limit.window >= HOUR;
}

const MOST_SUBJECTS = 100_000;

const COUNT = `
  insert into ops.rate_limits as held (subject, ends_at, count) values ($1, $3, 1)
  on conflict (subject) do update set
    ends_at = case when held.ends_at <= $2 then excluded.ends_at else held.ends_at end,
    count = case when held.ends_at <= $2 then 1 else held.count + 1 end
  returning ends_at, count, ${COMMITS_LATER}`;

/** After so many counts the windows that are over are thrown out. */
const PURGE_EVERY = 1_000;

function tooMany(window: Window, limit: Limit, now: number): Rejection | undefined {
  if (window.count <= limit.most) return undefined;
  const message = "Too many requests, please try again later.";
  const seconds = Math.ceil((window.ends_at - now) / 1_000);
  return { ...reject("too_many", "rate_limited", message), retryAfter: Math.max(1, seconds) };
}

export function rateLimits(database: Database, clock: Clock): RateLimits {
  const windows = new LRUCache<string, Window>({ max: MOST_SUBJECTS });
  let counted = 0;

  function countHere(subject: string, limit: Limit, now: number): Window {
    const window = windows.get(subject);
    if (window !== undefined && window.ends_at > now) {
      window.count += 1;
      return window;
    }
    const fresh = { ends_at: now + limit.window, count: 1 };
    windows.set(subject, fresh);
    return fresh;
  }

  async function countShared(subject: string, limit: Limit, now: number): Promise<Window> {
    const values = [subject, now, now + limit.window];
    const [window] = await database.rows<Window>(COUNT, values);
    counted += 1;
    if (counted % PURGE_EVERY === 0) {
      await database.rows("delete from ops.rate_limits where ends_at <= $1", [now]);
    }
    return window ?? { ends_at: now, count: 0 };
  }

  return {
    async count(bucket, limit, subject) {
      const now = clock.now();
      const key = `${bucket}:${subject}`;
      const window = isShared(limit)
        ? await countShared(key, limit, now)
        : countHere(key, limit, now);
      return tooMany(window, limit, now);
    },
    async reset() {
      windows.clear();
      await database.rows("delete from ops.rate_limits");
    },
  };
}
