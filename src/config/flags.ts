import type { RuleSet } from "#rule-kit/settings";
import { ConfigError, type ConfigProblem } from "./config-error.ts";
import type { Config, RuleValue, RuleValues } from "./keys.ts";
import { groupOf, groupsOf } from "./schema.ts";
import { unknownRule } from "./schema-messages.ts";
import { quote, visible } from "./wording.ts";

/** What the command line says over the config. */
export interface CommandLineOverrides {
  /** Each `ID:SEVERITY` or `ID:SEVERITY:JSON`, where the JSON is a map of options. */
  readonly rule?: readonly string[] | undefined;
  /** Ids and groups, also several in one text with commas. Only these rules run. */
  readonly only?: readonly string[] | undefined;
  /** Ids and groups, also several in one text with commas. These rules do not run. */
  readonly skip?: readonly string[] | undefined;
  readonly failOn?: Config["failOn"] | undefined;
  readonly maxWarnings?: number | undefined;
}

/** The command line's part of the settings. */
export interface RuleFlags {
  readonly rules: RuleValues;
  /** Ids of the rules that may run; undefined for all. */
  readonly only: ReadonlySet<string> | undefined;
  readonly skip: ReadonlySet<string>;
}

/**
 * Reads the flags that name rules.
 *
 * @throws ConfigError with every problem of every flag
 */
export async function readRuleFlags(
  { rule = [], only, skip }: CommandLineOverrides,
  rules: RuleSet,
): Promise<RuleFlags> {
  const problems: ConfigProblem[] = [];
  const given: (readonly [RuleEntry] | undefined)[] = [];
  for (const text of rule) given.push(await readRuleFlag(text, rules, problems));
  const flags = {
    rules: Object.fromEntries(given.flatMap((entry) => entry ?? [])),
    only: only === undefined ? undefined : selectRules("--only", only, rules, problems),
    skip: selectRules("--skip", skip ?? [], rules, problems),
  };
  if (problems.length > 0) throw new ConfigError(problems);
  return flags;
}

type RuleEntry = readonly [string, RuleValue];

async function readRuleFlag(
  text: string,
  rules: RuleSet,
  problems: ConfigProblem[],
): Promise<readonly [RuleEntry] | undefined> {
  const source = `--rule ${visible(text)}`;
  const [, id, level, json] = /^([^:]*):([^:]*)(?::([^]*))?$/.exec(text) ?? [];
  if (id === undefined || level === undefined) {
    problems.push({ source, message: "write it as ID:SEVERITY or ID:SEVERITY:JSON" });
    return undefined;
  }
  const options = json === undefined ? undefined : parseOptions(json);
  if (options !== undefined && "flaw" in options) {
    problems.push({ source, message: options.flaw });
    return undefined;
  }
  const value = options === undefined ? level : [level, options.value];
  // The code of the schema is by far the largest of all: a run that needs no look at it does not load it.
  const { flawsOf } = await import("./check.ts");
  const flaws = [...flawsOf({ rules: { [id]: value } }, rules)];
  problems.push(...flaws.map(({ message }) => ({ source, message })));
  return flaws.length > 0 ? undefined : [[id, value as RuleValue]];
}

function parseOptions(json: string): { readonly value: unknown } | { readonly flaw: string } {
  try {
    return { value: JSON.parse(json) };
  } catch {
    return { flaw: `the options ${quote(json)} are not JSON; write a map such as {"max":3}` };
  }
}

function selectRules(flag: string, texts: readonly string[], rules: RuleSet, problems: ConfigProblem[]): Set<string> {
  const selected = new Set<string>();
  const groups = new Set(groupsOf(rules));
  const names = texts.flatMap((text) => text.split(",").map((name) => name.trim())).filter((name) => name !== "");
  if (texts.length > 0 && names.length === 0) {
    problems.push({ source: flag, message: "it names no rule; give ids or groups" });
  }
  for (const name of names) {
    if (Object.hasOwn(rules, name)) selected.add(name);
    else if (groups.has(name)) for (const id of rulesOfGroup(name, rules)) selected.add(id);
    else problems.push({ source: flag, message: unknownRule(name, rules) });
  }
  return selected;
}

/** The ids of a group's rules. */
export const rulesOfGroup = (group: string, rules: RuleSet): readonly string[] =>
  Object.keys(rules).filter((id) => groupOf(id) === group);
