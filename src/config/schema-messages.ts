import { presets } from "#model/severity";
import type { RuleSet } from "#rule-kit/settings";
import { didYouMean } from "#text/did-you-mean";
import { rulePlaceOf, valueAt, type ConfigPath, type Flaw } from "./flaw.ts";
import { configKeys, levels, patternWords } from "./keys.ts";
import { groupsOf } from "./schema.ts";
import type { SchemaError } from "./validators.ts";
import { describe, oneOf, quote, suggest } from "./wording.ts";

/** A fault with what its message is made from. */
interface Fault {
  readonly path: ConfigPath;
  /** What stands there. */
  readonly found: unknown;
  /** The place in words. */
  readonly label: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly rules: RuleSet;
}

/** Says in words for people what a schema's check found; undefined for errors that only repeat others. */
export function flawOf(error: SchemaError, value: unknown, rules: RuleSet): Flaw | undefined {
  const { keyword, params } = error;
  // `if` only says that its `then` or `else` failed, which has an error of its own.
  if (keyword === "if") return undefined;
  const path = pathOf(error.instancePath);
  const fault = { path, found: valueAt(value, path), label: labelOf(path), params, rules };
  if (keyword === "additionalProperties") return unknownKey(fault);
  if (keyword === "uniqueItems") return repeatedItem(fault);
  const sentence = sentences[keyword]?.(fault) ?? `${fault.label} does not fit: ${keyword} ${JSON.stringify(params)}`;
  return { path, part: keyword === "required" ? "key" : "value", message: sentence };
}

const pathOf = (pointer: string): ConfigPath =>
  pointer
    .split("/")
    .slice(1)
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));

/** `"site.url"`, `option "words.min" of "lead/length"`, `the config`. */
export function labelOf(path: ConfigPath): string {
  const place = rulePlaceOf(path);
  if (place?.id !== undefined && place.option !== undefined) {
    const options = place.option.length === 0 ? "the options" : `option ${quote(dotted(place.option))}`;
    return `${options} of ${quote(place.id)}`;
  }
  if (place?.id !== undefined) return quote(place.id);
  return path.length === 0 ? "the config" : quote(dotted(path));
}

/** `overrides[0].rules["lead/length"]`. */
export const dotted = (path: ConfigPath): string =>
  path
    .map((name, index) => {
      if (/^\d+$/.test(name)) return `[${name}]`;
      if (!/^[$\w]+$/.test(name)) return `[${quote(name)}]`;
      return index === 0 ? name : `.${name}`;
    })
    .join("");

function unknownKey({ path, params, rules, label }: Fault): Flaw {
  const name = String(params["additionalProperty"]);
  const place = rulePlaceOf(path);
  const namesRules = path[0] === "budgets" || (place !== undefined && place.option === undefined);
  const sentence = namesRules
    ? unknownRule(name, rules)
    : place?.id === undefined || place.option === undefined
      ? unknownName(name, path.length === 0 ? "" : label, keysAt(path))
      : unknownOption(name, place.id, place.option, label, rules);
  return { path: [...path, name], part: "key", message: sentence };
}

/** "unknown rule or group "titel"; did you mean "title"?" */
export function unknownRule(name: string, rules: RuleSet): string {
  const nearest = didYouMean(name, [...Object.keys(rules), ...groupsOf(rules)]);
  return `unknown rule or group ${quote(name)}${suggest(nearest, '"standfirst rules" lists them all')}`;
}

function unknownOption(name: string, id: string, [option, ...inner]: ConfigPath, label: string, rules: RuleSet) {
  const specs = rules[id]?.options ?? {};
  if (option !== undefined) return unknownName(name, label, keysOf(specs[option]?.schema, inner));
  const options = Object.keys(specs);
  const all = options.length === 0 ? "it has no options" : `its options are ${options.join(", ")}`;
  return `rule ${quote(id)} has no option ${quote(name)}${suggest(didYouMean(name, options), all)}`;
}

const unknownName = (name: string, where: string, known: readonly string[]) =>
  `unknown key ${quote(name)}${where && ` in ${where}`}${suggest(didYouMean(name, known), `use ${oneOf(known)}`)}`;

/** The names that a map outside of the rules can have. */
function keysAt([top, ...inner]: ConfigPath): readonly string[] {
  if (top === undefined) return Object.keys(configKeys);
  return keysOf(Object.hasOwn(configKeys, top) ? configKeys[top as keyof typeof configKeys].schema : undefined, inner);
}

/** The names that a map inside of a value with this schema can have. */
function keysOf(schema: unknown, path: ConfigPath): readonly string[] {
  const steps = path.flatMap((name) => (/^\d+$/.test(name) ? ["items"] : ["properties", name]));
  return Object.keys((valueAt(schema, [...steps, "properties"]) as object | undefined) ?? {});
}

function repeatedItem({ path, found, label, params }: Fault): Flaw {
  const index = String(Math.max(Number(params["i"]), Number(params["j"])));
  return { path: [...path, index], part: "value", message: `${label} has ${describe(valueAt(found, [index]))} twice` };
}

const typeWords: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  integer: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "a map",
  "object,string": "a map, or the name of a file",
};

const sentences: Readonly<Record<string, (fault: Fault) => string>> = {
  type: ({ label, found, params }) =>
    `${label} must be ${typeWords[String(params["type"])] ?? String(params["type"])}, found ${describe(found)}`,
  enum: wrongChoice,
  minimum: atBound("at least"),
  maximum: atBound("at most"),
  minLength: ({ label }) => `${label} is empty; write at least one character`,
  maxLength: ({ label, params }) => `${label} is too long; write at most ${String(params["limit"])} characters`,
  minItems: ({ label, path }) =>
    `${label} is an empty list; ${rulePlaceOf(path) === undefined ? "list at least one, or leave the key out" : ruleForms}`,
  maxItems: ({ label, path, found, params }) =>
    `${label} has ${Array.isArray(found) ? found.length : "too many"} items; ` +
    (rulePlaceOf(path)?.option === undefined && rulePlaceOf(path) !== undefined
      ? ruleForms
      : `list at most ${String(params["limit"])}`),
  required: ({ label, params }) => `${label} needs the key ${quote(String(params["missingProperty"]))}`,
  pattern: ({ label, found, params }) =>
    `${label} is ${describe(found)}; write ${patternWords[String(params["pattern"])] ?? String(params["pattern"])}`,
};

const ruleForms = "write a severity, or [severity, options]";

function atBound(words: string): (fault: Fault) => string {
  return ({ label, found, params }) => `${label} must be ${words} ${String(params["limit"])}, found ${describe(found)}`;
}

function wrongChoice({ path, label, found, params, rules }: Fault): string {
  const place = rulePlaceOf(path);
  if (place?.id !== undefined && place.option === undefined) return wrongLevel(place.id, found, rules);
  const choices = (params["allowedValues"] as readonly unknown[]).map(String);
  const nearest = typeof found === "string" ? didYouMean(found, choices) : undefined;
  if (path[0] === "extends") return `unknown preset ${describe(found)}${suggest(nearest, `use ${oneOf(presets)}`)}`;
  return `${label} is ${describe(found)}${suggest(nearest, `use ${oneOf(choices)}`)}`;
}

function wrongLevel(id: string, found: unknown, rules: RuleSet): string {
  if (Array.isArray(found)) {
    return `${quote(id)} is a group of rules; give it ${oneOf(levels)}, and give options to its rules one by one`;
  }
  const nearest = typeof found === "string" ? didYouMean(found, levels) : undefined;
  const forms = Object.hasOwn(rules, id) ? ", or [severity, options]" : "";
  return `${describe(found)} is not a severity for ${quote(id)}${suggest(nearest, `use ${oneOf(levels)}${forms}`)}`;
}
