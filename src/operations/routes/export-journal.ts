import { Readable } from "node:stream";
import { z } from "zod";
import type { ReadModel } from "../../kernel/read-model.js";
import { route, type Route } from "../../kernel/route.js";
import { beancountExport } from "../../../projections/journal/exports/beancount.js";
import { csvExport } from "../../../projections/journal/exports/csv.js";
import { hledgerExport } from "../../../projections/journal/exports/hledger.js";
import { firstEffectiveAt, type ExportFilter } from "../../../projections/journal/exports/pages.js";
import { BACKWARD, from, isForward, until } from "../shapes/instants.js";
import { READERS } from "../staff.js";

type Export = (reads: ReadModel, filter: ExportFilter) => AsyncGenerator<string>;

/** The journal as a download, written page by page while it is read. */
export const exportJournal: readonly Route[] = [
  exportRoute("csv", "text/csv; charset=utf-8", csvExport),
  exportRoute("hledger", "text/plain; charset=utf-8", hledgerExport),
  exportRoute("beancount", "text/plain; charset=utf-8", beancountExport),
];

function exportRoute(format: string, type: string, write: Export): Route {
  return route({
    method: "GET",
    path: `/ledger/export.${format}`,
    summary: `The journal for ${format === "csv" ? "spreadsheets" : format}`,
    tag: "Ledger",
    may: READERS,
    limit: "staff",
    query: z
      .object({
        marketplace: z.string().max(64).optional(),
        from: from.optional(),
        to: until.optional(),
      })
      .refine(isForward, BACKWARD),
    replies: { 200: { description: `A file of type ${type}.`, schema: z.string() } },
    async handle({ query }, app) {
      const { marketplace, from: first, to } = query;
      // A look at the store before the answer begins, while it can still be a 503.
      await firstEffectiveAt(app.reads);
      const pieces = write(app.reads, { marketplace, from: first, until: to });
      const headers = {
        "content-type": type,
        "content-disposition": `attachment; filename="journal.${format}"`,
      };
      return { status: 200, headers, body: Readable.from(pieces) };
    },
  });
}
