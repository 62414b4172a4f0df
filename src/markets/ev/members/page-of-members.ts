import type { App } from "../../../kernel/app.js";
import type { Rejection } from "../../../kernel/rejection.js";
import type { Input, Reply } from "../../../kernel/route.js";
import { membersWhere, type MemberFilter } from "../../../../projections/members.js";
import { papersOf } from "../../../../projections/papers.js";
import { paged, slice, type PageAsked } from "../paging.js";
import { MARKETPLACE } from "../policy.js";
import { presentProfile } from "../shapes/user.js";

/** The page that was asked for, of those whom the filter leaves. */
export async function pageOfMembers(
  app: App,
  input: Pick<Input<unknown, PageAsked, unknown>, "query" | "url">,
  filter: MemberFilter,
): Promise<Reply | Rejection> {
  const found = await membersWhere(app.reads, MARKETPLACE, filter, slice(input.query));
  const papers = await papersOf(
    app.reads,
    found.rows.map(({ id }) => id),
  );
  return paged(input, found, (row) => presentProfile(row, papers.get(row.id)));
}
