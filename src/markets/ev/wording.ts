import type { z } from "zod";

type Issue = z.core.$ZodRawIssue;

const NOT_A: Readonly<Record<string, string>> = {
  string: "Not a valid string.",
  number: "A valid number is required.",
  int: "A valid integer is required.",
  boolean: "Must be a valid boolean.",
  array: "Expected a list of items.",
};

/**
 * What a field is told in the words of the frameworks that such documents come from; a schema's
 * own message goes before. Undefined leaves it to zod.
 */
export function wording(issue: Issue): string | undefined {
  if (issue.input === undefined) return "This field is required.";
  if (issue.input === null) return "This field may not be null.";
  switch (issue.code) {
    case "invalid_type":
      return issue.expected === "object" ? notADictionary(issue.input) : NOT_A[issue.expected];
    case "invalid_value":
      return "Invalid choice";
    case "invalid_union":
      // The last way to write a value is the one that people mean: the others stand for none.
      return issue.errors.at(-1)?.[0]?.message;
    case "too_small":
      return tooSmall(issue);
    case "too_big":
      return issue.origin === "string"
        ? `Ensure this field has no more than ${issue.maximum} characters.`
        : `Ensure this value is less than or equal to ${issue.maximum}.`;
    default:
      return undefined;
  }
}

/** The kinds of JSON are called as Python calls them. */
function notADictionary(input: unknown): string {
  return `Invalid data. Expected a dictionary, but got ${kindOf(input)}.`;
}

function kindOf(input: unknown): string {
  if (Array.isArray(input)) return "list";
  if (typeof input === "string") return "str";
  if (typeof input === "boolean") return "bool";
  return Number.isInteger(input) ? "int" : "float";
}

function tooSmall(issue: Extract<Issue, { code: "too_small" }>): string {
  if (issue.origin === "string") {
    return issue.input === "" || issue.minimum === 1
      ? "This field may not be blank."
      : `Ensure this field has at least ${issue.minimum} characters.`;
  }
  return `Ensure this value is greater than or equal to ${issue.minimum}.`;
}
