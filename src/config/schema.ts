import type { Rule } from "#rule-kit/define-rule";
import type { OptionSpecs, Schema } from "#rule-kit/options";
import type { RuleSet } from "#rule-kit/settings";
import { configKeys, levels } from "./keys.ts";

const level: Schema = { $ref: "#/definitions/level" };

const houseRulePattern = "^house/";
const houseLevel: Schema = { description: "A rule that the key phrases makes.", allOf: [level] };

/** Names that are no group of built-in rules: those of plugins, whose rules are checked once they are loaded. */
const pluginGroupPattern = (groups: readonly string[]): string =>
  `^(?!(?:${[...groups, "house"].join("|")})$)[a-z][a-z0-9-]*$`;
const pluginRulePattern = (groups: readonly string[]): string =>
  `^(?!(?:${[...groups, "house"].join("|")})/)[a-z][a-z0-9-]*/[a-z0-9-]+$`;

/** The group of a rule: the first part of its id. */
export const groupOf = (rule: string): string => rule.slice(0, Math.max(0, rule.indexOf("/")));

/** The groups of all rules, sorted. */
export const groupsOf = (rules: RuleSet): readonly string[] => [...new Set(Object.keys(rules).map(groupOf))].toSorted();

/** The JSON Schema (draft 7) of a config, with every rule and option of `rules`. */
export function configSchema(rules: RuleSet): Schema {
  const ids = Object.keys(rules)
    .filter((id) => groupOf(id) !== "house")
    .toSorted();
  const groups = groupsOf(rules).filter((group) => group !== "house");
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "Standfirst config",
    type: "object",
    properties: Object.fromEntries(
      Object.entries(configKeys).map(([name, { description, schema }]) => [
        name,
        // Draft 7 ignores what stands beside a `$ref`.
        "$ref" in schema ? { description, allOf: [schema] } : { description, ...schema },
      ]),
    ),
    additionalProperties: false,
    definitions: {
      level: { enum: levels },
      globs: { type: "array", items: { type: "string", maxLength: 500 }, minItems: 1, maxItems: 1000 },
      budgets: budgetsSchema(groups, ids),
      rules: rulesSchema(groups, ids),
      ...Object.fromEntries(ids.flatMap((id) => ruleDefinitions(id, rules))),
    },
  };
}

function budgetsSchema(groups: readonly string[], ids: readonly string[]): Schema {
  const most = { type: "integer", minimum: 0 };
  const patterns = [houseRulePattern, pluginGroupPattern(groups), pluginRulePattern(groups)];
  return {
    type: "object",
    patternProperties: Object.fromEntries(patterns.map((pattern) => [pattern, most])),
    properties: Object.fromEntries([...groups, "house", ...ids].map((name) => [name, most])),
    additionalProperties: false,
  };
}

const rulesSchema = (groups: readonly string[], ids: readonly string[]): Schema => ({
  type: "object",
  properties: {
    ...Object.fromEntries(groups.map((group) => [group, groupSchema(group)])),
    house: groupSchema("house"),
    ...Object.fromEntries(ids.map((id) => [id, { $ref: `#/definitions/rule:${pointerPart(id)}` }])),
  },
  // The rules that the key `phrases` makes, and those of plugins.
  patternProperties: {
    [houseRulePattern]: houseLevel,
    [pluginGroupPattern(groups)]: { description: "All rules of a plugin.", allOf: [level] },
    [pluginRulePattern(groups)]: { description: "A rule of a plugin.", type: ["string", "array"] },
  },
  additionalProperties: false,
});

/** The text of the schema's file. */
export const configSchemaText = (rules: RuleSet): string => `${JSON.stringify(configSchema(rules), null, 2)}\n`;

const groupSchema = (group: string): Schema => ({ description: `All rules of the group ${group}.`, allOf: [level] });

/** A key as a part of a JSON pointer. */
export const pointerPart = (id: string) => id.replaceAll("~", "~0").replaceAll("/", "~1");

function ruleDefinitions(id: string, rules: RuleSet): [string, Schema][] {
  const rule = rules[id];
  return rule === undefined ? [] : [[`rule:${id}`, ruleSchema(rule)]];
}

/** The schema of what a config says of one rule, by itself. */
export const ruleValueSchema = (rule: Rule): Schema => ({
  ...ruleSchema(rule),
  definitions: { level: { enum: levels } },
});

// `if` on the type, and not `anyOf`: a mistake gives one error, about the form that was meant.
const ruleSchema = ({ summary, options }: Rule): Schema => ({
  description: summary,
  if: { type: "array" },
  // oxlint-disable-next-line unicorn/no-thenable
  then: { type: "array", items: [level, optionsSchema(options)], minItems: 1, maxItems: 2 },
  else: level,
});

const optionsSchema = (options: OptionSpecs): Schema => ({
  type: "object",
  properties: Object.fromEntries(
    Object.entries(options).map(([name, option]) => [
      name,
      { description: option.description, default: option.default, ...option.schema },
    ]),
  ),
  additionalProperties: false,
});
