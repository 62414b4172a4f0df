import { z } from "zod";
import { isRejection, rejectFields } from "../../kernel/rejection.js";
import { ok, route, type Route } from "../../kernel/route.js";
import { Upload } from "../../kernel/upload.js";
import { statementDays } from "../../modules/bank/statement-day.js";
import type { OperationsPorts } from "../ports.js";
import { readStatement, type StatementLine } from "../reconciliation/read-statement.js";
import { NO_SUCH_MARKETPLACE } from "../refusals.js";
import { marketplace } from "../shapes/reconciliation.js";
import { BOOKKEEPERS } from "../staff.js";

/** A year of a busy account. */
const MOST_CHARACTERS = 8_000_000;

const file = z
  .union([z.string().max(MOST_CHARACTERS), z.instanceof(Upload)])
  .meta({ type: "string", description: "CSV with date, description, reference, amount" });

/** Statements overlap: a line that is known already is not imported again. */
export function importBankStatement({ reconciliation }: OperationsPorts): Route {
  return route({
    method: "POST",
    path: "/reconciliation/bank-statement",
    summary: "Import the lines of a bank statement, for the reconciliation of their days",
    tag: "Reconciliation",
    may: BOOKKEEPERS,
    limit: "staff",
    multipart: ["file"],
    body: z.object({
      marketplace,
      bank: z
        .string()
        .regex(/^[a-z0-9_]{1,40}$/, "must be an account's name")
        .default("main"),
      currency: z.enum(["INR", "USD"]).default("INR"),
      file,
    }),
    example: {
      marketplace: "minuteserv",
      bank: "main",
      file: "date,description,reference,amount\n2024-01-22,RAZORPAY,1705897800a1b2c3,843.80\n",
    },
    replies: {
      200: {
        description: "What was new, and the days that are worth reconciling (again).",
        schema: z.object({
          imported: z.int(),
          duplicates: z.int(),
          days: z.array(z.iso.date()),
        }),
      },
    },
    async handle({ body }, app) {
      const { marketplace: market, bank, currency } = body;
      if (!reconciliation.marketplaces.includes(market)) return NO_SUCH_MARKETPLACE;
      const text = body.file instanceof Upload ? body.file.bytes.toString("utf8") : body.file;
      const statement = readStatement(text);
      if ("problems" in statement) return rejectFields("bad_statement", statement.problems);
      const days = [...byDay(statement.lines)].toSorted(([one], [other]) => (one < other ? -1 : 1));
      let imported = 0;
      for (const [date, lines] of days) {
        const about = { marketplace: market, bank, date, currency };
        const command = { type: "ImportBankLines", ...about, lines } as const;
        const done = await app.execute(statementDays, `${market}-${bank}-${date}`, command, market);
        if (isRejection(done)) return done;
        imported += done.events.reduce((count, { data }) => count + data.lines.length, 0);
      }
      const duplicates = statement.lines.length - imported;
      return ok({ imported, duplicates, days: days.map(([date]) => date) });
    },
  });
}

function byDay(lines: readonly StatementLine[]) {
  const days = new Map<string, Omit<StatementLine, "date">[]>();
  for (const { date, ...line } of lines) days.set(date, [...(days.get(date) ?? []), line]);
  return days;
}
