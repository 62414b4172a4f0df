import type { Row } from "../../kernel/row-operation.js";
import type { Connection } from "../database/connection.js";
import { columnList, literal, qualified } from "./sql-text.js";
import type { TablePlan } from "./table-plan.js";

export interface Difference {
  readonly table: string;
  /** The row's key columns. */
  readonly key: Row;
  readonly kind: "missing live" | "missing rebuilt" | "differs";
  /** The whole rows as text; null where there is none. */
  readonly live: string | null;
  readonly rebuilt: string | null;
}

/** How one table compares; a few differences stand for all. */
export interface TableComparison {
  readonly table: string;
  readonly rows: number;
  readonly differing: number;
  readonly examples: readonly Difference[];
}

const EXAMPLES = 20;

/** Compares live and rebuilt rows byte for byte, in the caller's one snapshot. */
export async function compareTable(
  connection: Connection,
  plan: TablePlan,
): Promise<TableComparison> {
  const using = columnList(plan.key);
  const pairs =
    `${qualified("read", plan.name)} as live ` +
    `full join ${qualified("rebuild", plan.name)} as rebuilt using (${using})`;
  const different = "live::text is distinct from rebuilt::text";
  const [counted] = await connection.rows<{ rows: number; differing: number }>(
    `select count(*) as rows, count(*) filter (where ${different}) as differing from ${pairs}`,
  );
  const { rows = 0, differing = 0 } = counted ?? {};
  if (differing === 0) return { table: plan.name, rows, differing, examples: [] };
  const found = await connection.rows<{ key: Row; live: string | null; rebuilt: string | null }>(
    `select json_build_object(${keyPairs(plan)}) as key, live::text, rebuilt::text ` +
      `from ${pairs} where ${different} order by ${using} limit ${EXAMPLES}`,
  );
  const examples = found.map((row) => ({ table: plan.name, ...row, kind: kindOf(row) }));
  return { table: plan.name, rows, differing, examples };
}

function keyPairs({ key }: TablePlan): string {
  return key.map(({ name }) => `${literal(name)}, "${name.replaceAll('"', '""')}"`).join(", ");
}

function kindOf(row: Pick<Difference, "live" | "rebuilt">): Difference["kind"] {
  if (row.live === null) return "missing live";
  return row.rebuilt === null ? "missing rebuilt" : "differs";
}
