import type { ProjectionDefinition } from "../../kernel/projection.js";
import type { TableShape } from "../../kernel/table.js";
import { TablePlan } from "./table-plan.js";

/** A definition with its tables made ready for folding. */
export class PlannedProjection {
  readonly definition: ProjectionDefinition;
  readonly name: string;
  readonly version: number;
  readonly tables: readonly TablePlan[];
  readonly #byShape: ReadonlyMap<TableShape, TablePlan>;

  constructor(definition: ProjectionDefinition) {
    this.definition = definition;
    this.name = definition.name;
    this.version = definition.version;
    this.tables = definition.tables.map((shape) => new TablePlan(shape));
    this.#byShape = new Map(this.tables.map((plan) => [plan.shape, plan]));
  }

  plan(shape: TableShape): TablePlan {
    const plan = this.#byShape.get(shape);
    if (plan === undefined) {
      throw new Error(`projection ${this.name} does not declare the table ${shape.name}`);
    }
    return plan;
  }
}

/** Plans all definitions; names of projections and of tables must be unique. */
export function planProjections(
  definitions: readonly ProjectionDefinition[],
): readonly PlannedProjection[] {
  refuseRepeated(
    "projection",
    definitions.map(({ name }) => name),
  );
  refuseRepeated(
    "table",
    definitions.flatMap(({ tables }) => tables.map(({ name }) => name)),
  );
  return definitions.map((definition) => new PlannedProjection(definition));
}

function refuseRepeated(kind: string, names: readonly string[]): void {
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  if (repeated !== undefined) throw new Error(`two ${kind}s have the name ${repeated}`);
}
