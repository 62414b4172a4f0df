import { z } from "zod";

/** A JSON Schema of draft 2020-12, which OpenAPI 3.1 takes as it is. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/**
 * A zod schema as JSON Schema.
 *
 * @param io `input` is what a caller sends, `output` what it gets
 */
export function jsonSchema(schema: z.ZodType, io: "input" | "output"): JsonSchema {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, {
    io,
    target: "draft-2020-12",
    unrepresentable: "any",
    reused: "inline",
  });
  return rest;
}

/** The members of an object schema, for parameters that OpenAPI lists one by one. */
export function membersOf(
  schema: z.ZodType,
): readonly { readonly name: string; readonly schema: JsonSchema; readonly required: boolean }[] {
  const { properties, required } = jsonSchema(schema, "input");
  const names = new Set(Array.isArray(required) ? (required as readonly string[]) : []);
  return Object.entries((properties ?? {}) as Readonly<Record<string, JsonSchema>>).map(
    ([name, member]) => ({ name, schema: member, required: names.has(name) }),
  );
}
