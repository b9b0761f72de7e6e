import type { RuleSet } from "#rule-kit/settings";
import { isMap, ruleMapsOf, valueAt, type ConfigPath, type Flaw } from "./flaw.ts";
import { globFlaw } from "./globs.ts";
import { optionCheckOf } from "./option-checks.ts";
import { groupOf, groupsOf, pointerPart } from "./schema.ts";
import { flawOf, labelOf, unknownRule } from "./schema-messages.ts";
import { configValidator } from "./validators.ts";
import { describe } from "./wording.ts";

/** Everything that is wrong with a config's value; nothing for a good one, which then is a `Config`. */
export function* flawsOf(value: unknown, rules: RuleSet): Iterable<Flaw> {
  const builtIn = builtInOf(rules);
  for (const error of configValidator(builtIn)(value)) {
    const flaw = flawOf(error, value, rules);
    if (flaw !== undefined) yield flaw;
  }
  yield* unknownRules(value, rules, builtIn);
  yield* valuesOfPluginRules(value, rules);
  yield* contradictoryRanges(value, rules);
  yield* optionsOfTheSite(value, rules);
  yield* badGlobs(value);
}

/** The rules that the schema knows: not those of plugins. */
function builtInOf(rules: RuleSet): RuleSet {
  const all = Object.entries(rules);
  const own = all.filter(([, rule]) => optionCheckOf(rule) === undefined);
  return own.length === all.length ? rules : Object.fromEntries(own);
}

/** Rules of phrases and of plugins that there are none of: the schema lets every name pass that may be one of theirs. */
function* unknownRules(value: unknown, rules: RuleSet, builtIn: RuleSet): Iterable<Flaw> {
  const [known, schemaGroups] = [new Set(groupsOf(rules)), new Set([...groupsOf(builtIn), "house"])];
  const isLetPass = (id: string) =>
    id.startsWith("house/") ||
    (/^[a-z][a-z0-9-]*(?:\/[a-z0-9-]+)?$/.test(id) && !schemaGroups.has(id) && !schemaGroups.has(groupOf(id)));
  const budgets = valueAt(value, ["budgets"]);
  const maps = [...ruleMapsOf(value), ...(isMap(budgets) ? [{ path: ["budgets"], rules: budgets }] : [])];
  for (const { path, rules: given } of maps) {
    for (const id of Object.keys(given)) {
      if (Object.hasOwn(rules, id) || known.has(id) || !isLetPass(id)) continue;
      yield { path: [...path, id], part: "key", message: unknownRule(id, rules) };
    }
  }
}

/** What is wrong with what the config says of the rules of plugins. */
function* valuesOfPluginRules(value: unknown, rules: RuleSet): Iterable<Flaw> {
  for (const { path, rules: given } of ruleMapsOf(value)) {
    for (const [id, own] of Object.entries(given)) {
      const check = Object.hasOwn(rules, id) ? optionCheckOf(rules[id]) : undefined;
      const above = [...path, id].map((name) => `/${pointerPart(name)}`).join("");
      for (const error of check?.(own) ?? []) {
        const flaw = flawOf({ ...error, instancePath: above + error.instancePath }, value, rules);
        if (flaw !== undefined) yield flaw;
      }
    }
  }
}

/** Options with a lower bound above their upper bound; JSON Schema can't compare the two. */
function* contradictoryRanges(value: unknown, rules: RuleSet): Iterable<Flaw> {
  for (const { path, rules: given } of ruleMapsOf(value)) {
    for (const id of Object.keys(given).filter((name) => Object.hasOwn(rules, name))) {
      const ranges = Object.entries(rules[id]?.options ?? {}).filter(([, { schema }]) => isRangeSchema(schema));
      for (const [name] of ranges) {
        const place = [...path, id, "1", name];
        const message = contradiction(valueAt(value, place));
        if (message !== undefined) yield { path: place, part: "value", message: `${labelOf(place)} ${message}` };
      }
    }
  }
}

/** Options in overrides that hold for the whole site: rules that look at all posts at once have no others, as a rule. */
function* optionsOfTheSite(value: unknown, rules: RuleSet): Iterable<Flaw> {
  for (const { path, rules: given } of ruleMapsOf(value)) {
    if (path[0] !== "overrides") continue;
    for (const id of Object.keys(given)) {
      const rule = Object.hasOwn(rules, id) ? rules[id] : undefined;
      if (rule?.on !== "corpus") continue;
      for (const name of Object.keys(valueAt(value, [...path, id, "1"]) ?? {})) {
        if (!Object.hasOwn(rule.options, name) || rule.optionsByPath?.includes(name) === true) continue;
        const message = `option "${name}" of ${id} holds for the whole site; move it from the override to rules`;
        yield { path: [...path, id, "1", name], part: "key", message };
      }
    }
  }
}

function contradiction(range: unknown): string | undefined {
  const [min, max] = [valueAt(range, ["min"]), valueAt(range, ["max"])];
  if (typeof min !== "number" || typeof max !== "number" || min <= max) return undefined;
  return `has min ${min} above max ${max}; make min the smaller one`;
}

const isRangeSchema = (schema: unknown) =>
  valueAt(schema, ["properties", "min"]) !== undefined && valueAt(schema, ["properties", "max"]) !== undefined;

function* badGlobs(value: unknown): Iterable<Flaw> {
  for (const path of globListsOf(value)) {
    const globs = valueAt(value, path);
    if (!Array.isArray(globs)) continue;
    for (const [index, glob] of globs.entries()) {
      const flaw = typeof glob === "string" && glob.length <= 500 ? globFlaw(glob) : undefined;
      if (flaw === undefined) continue;
      yield { path: [...path, String(index)], part: "value", message: `glob ${describe(glob)} ${flaw}` };
    }
  }
}

function* globListsOf(value: unknown): Iterable<ConfigPath> {
  yield ["inputs"];
  yield ["ignores"];
  const overrides = valueAt(value, ["overrides"]);
  if (!Array.isArray(overrides)) return;
  for (const index of overrides.keys()) {
    yield ["overrides", String(index), "files"];
    yield ["overrides", String(index), "ignores"];
  }
}
