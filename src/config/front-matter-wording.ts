import type { ErrorObject } from "ajv";
import type { SchemaFault } from "#model/front-matter-schema";
import { didYouMean } from "#text/did-you-mean";
import { excerpt, plural } from "#text/wording";

/** A fault of a front matter, from what ajv says of it. */
export function wordingOf(error: ErrorObject, root: unknown): SchemaFault {
  const path = error.instancePath
    .split("/")
    .slice(1)
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
  const params = error.params as Readonly<Record<string, unknown>>;
  const value = path.reduce<unknown>((inner, name) => (inner as Record<string, unknown> | undefined)?.[name], root);
  if (error.keyword === "required") {
    return { path, part: "missing", found: "nothing", expected: `the key “${String(params["missingProperty"])}”` };
  }
  const unknown = params["additionalProperty"] ?? params["unevaluatedProperty"];
  if (typeof unknown === "string") return unknownKey([...path, unknown], error);
  const say = expectations[error.keyword];
  const expected = say === undefined ? (error.message ?? "another value").replace(/^must be /, "") : say(params);
  return { path, part: "value", found: describe(value), expected };
}

function unknownKey(path: readonly string[], { parentSchema }: ErrorObject): SchemaFault {
  const properties = (parentSchema as { properties?: object } | undefined)?.properties ?? {};
  const near = didYouMean(path.at(-1) ?? "", Object.keys(properties));
  const expected = near === undefined ? "take it out, or add it to the schema." : `did you mean “${near}”?`;
  return { path, part: "key", found: "a key that the schema does not have", expected };
}

type Params = Readonly<Record<string, unknown>>;

const typeWords: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  integer: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "a map",
  null: "nothing",
};

const quoted = (value: unknown) => (typeof value === "string" ? `“${excerpt(value)}”` : JSON.stringify(value));

const expectations: Readonly<Record<string, (params: Params) => string>> = {
  type: ({ type }) =>
    [type]
      .flat()
      .map((name) => typeWords[String(name)] ?? String(name))
      .join(" or "),
  enum: ({ allowedValues }) => [allowedValues].flat().slice(0, 12).map(quoted).join(" or "),
  const: ({ allowedValue }) => quoted(allowedValue),
  format: ({ format }) => formatWords[String(format)] ?? `the format ${String(format)}`,
  pattern: ({ pattern }) => `text that matches ${String(pattern)}`,
  minLength: ({ limit }) => `at least ${plural(Number(limit), "character")}`,
  maxLength: ({ limit }) => `at most ${plural(Number(limit), "character")}`,
  minItems: ({ limit }) => `at least ${plural(Number(limit), "item")}`,
  maxItems: ({ limit }) => `at most ${plural(Number(limit), "item")}`,
  minimum: ({ limit }) => `at least ${String(limit)}`,
  maximum: ({ limit }) => `at most ${String(limit)}`,
  uniqueItems: () => "each item once",
  anyOf: () => "one of the forms that the schema allows",
  oneOf: () => "exactly one of the forms that the schema allows",
};

const formatWords: Readonly<Record<string, string>> = {
  date: "a day such as 2026-06-12",
  "date-time": "a time such as 2026-06-12T10:00:00Z",
  uri: "a full address such as https://example.org/",
  email: "an address such as ada@example.org",
};

function describe(value: unknown): string {
  if (value === null || value === undefined) return "nothing";
  if (Array.isArray(value)) return `a list of ${plural(value.length, "item")}`;
  if (typeof value === "object") return "a map";
  return typeof value === "string" ? `“${excerpt(value)}”` : String(value);
}
