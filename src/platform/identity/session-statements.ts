import { SESSIONS_ENDED } from "./revocations.js";

/** The SQL of sessions; times are milliseconds of business time. */

export const START = `
  insert into ops.sessions
    (id, account, marketplace, realm, role, started_at, access_until, refresh_until)
  values ($1, $2, $3, $4, $5, $6, $7, $8)`;

export const ISSUE = `
  insert into ops.refresh_tokens (hash, session, expires_at) values ($1, $2, $3)`;

/** Both rows are locked, so the exchanges of one family happen one after the other. */
export const PRESENTED = `
  select s.id, s.account, s.marketplace, s.realm, s.role, s.ended_why, t.expires_at, t.used_at
  from ops.refresh_tokens t join ops.sessions s on s.id = t.session
  where t.hash = $1 for update`;

export const EXCHANGE = `
  with used as (update ops.refresh_tokens set used_at = $2 where hash = $1)
  update ops.sessions set access_until = $3, refresh_until = $4 where id = $5`;

/** Another access token is out; the refresh token stays what it is. */
export const PROLONG = "update ops.sessions set access_until = $1 where id = $2";

/** Neither an access nor a refresh token of these can be good any more. */
export const PURGE = `
  delete from ops.sessions where access_until <= $1 and refresh_until <= $1`;

/** Ends sessions and tells every process of it, in one transaction. */
function endWhere(condition: string): string {
  return `
    with ended as (
      update ops.sessions set ended_at = $2, ended_why = $3
      where ${condition} and ended_at is null
      returning id, ended_why, access_until)
    select id, ended_why, access_until, pg_notify('${SESSIONS_ENDED}', row_to_json(ended)::text)
    from ended`;
}

export const END_ONE = endWhere("id = $1");
export const END_ALL = endWhere("account = $1");
