import { Ajv, type ErrorObject, type ValidateFunction } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { RE2JS } from "re2js";
import { plainValue } from "#model/front-matter";
import type { FrontMatterCheck, FrontMatterSchema, SchemaFault } from "#model/front-matter-schema";
import { wordingOf } from "./front-matter-wording.ts";

/** Deepest schema that is taken; real ones have three or four levels. */
const mostLevels = 50;
/** Most items of a list that are looked at: whether they are unique takes quadratic time. */
const mostItems = 1000;
/** Most faults of one front matter. */
const mostFaults = 50;

/**
 * Compiles a schema.
 *
 * @throws Error with a reason for people: it is no schema, or it asks for something from outside of itself
 */
export function compileSchema(schema: object): ValidateFunction {
  refuseOutside(schema, 0);
  return newAjv(schema).compile(schema);
}

const linearTime = Object.assign(
  (pattern: string) => {
    const compiled = RE2JS.compile(pattern);
    return { test: (text: string) => compiled.matcher(text).find() };
  },
  // Would be the code of the engine in a validator that is written to a file; this one never is.
  { code: "" },
);

/** Ajv for the dialect that a schema names. */
function newAjv(schema: object): Ajv {
  const dialect = String((schema as Record<string, unknown>)["$schema"] ?? "");
  const options = { allErrors: true, strict: false, verbose: true, code: { regExp: linearTime } };
  const ajv = /\/20(?:19-09|20-12)\//.test(dialect) ? new Ajv2020(options) : new Ajv(options);
  addFormats.default(ajv, { mode: "fast" });
  return ajv;
}

/** Schemas are content too: nothing is fetched, and no file is read, for what one refers to. */
function refuseOutside(value: unknown, depth: number): void {
  if (depth > mostLevels) throw new Error(`it nests more than ${mostLevels} levels deep`);
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (/^\$(?:ref|dynamicRef|recursiveRef)$/.test(key) && typeof inner === "string" && !inner.startsWith("#")) {
      throw new Error(`its reference "${inner}" leads out of it; write what it refers to into the schema`);
    }
    refuseOutside(inner, depth + 1);
  }
}

/**
 * The check of front matter by the schemas of a config.
 *
 * @param compile makes a test of paths from a list of globs
 */
export function frontMatterCheck(
  schemas: readonly FrontMatterSchema[],
  compile: (globs: readonly string[]) => (path: string) => boolean,
): FrontMatterCheck {
  const checks = schemas.map(({ files, schema }) => ({ isFor: compile([files]), validate: compileSchema(schema) }));
  return (path, root) => {
    const own = checks.filter(({ isFor }) => isFor(path));
    if (own.length === 0) return undefined;
    const value = shortened(plainValue(root));
    return own.flatMap(({ validate }) => faultsOf(validate, value)).slice(0, mostFaults);
  };
}

function faultsOf(validate: ValidateFunction, value: unknown): SchemaFault[] {
  if (validate(value) === true) return [];
  const errors = validate.errors ?? [];
  // Where no branch fits, each of them complains; the sentence about all of them is enough.
  // The places of the schema, which are few, however many values of a list fit none of its branches.
  const choices = [...new Set(errors.filter(isChoice).map(({ schemaPath }) => `${schemaPath}/`))];
  const inBranch = ({ schemaPath }: ErrorObject) => choices.some((choice) => schemaPath.startsWith(choice));
  return errors.filter((error) => error.keyword !== "if" && !inBranch(error)).map((error) => wordingOf(error, value));
}

const isChoice = ({ keyword }: ErrorObject) => keyword === "anyOf" || keyword === "oneOf";

function shortened(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, mostItems).map(shortened);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shortened(inner)]));
}
