import type { RuleSet } from "#rule-kit/settings";
import { ruleMapsOf, valueAt, type ConfigPath, type Flaw } from "./flaw.ts";
import { globFlaw } from "./globs.ts";
import { flawOf, labelOf, unknownRule } from "./schema-messages.ts";
import { configValidator } from "./validators.ts";
import { describe } from "./wording.ts";

/** Everything that is wrong with a config's value; nothing for a good one, which then is a `Config`. */
export function* flawsOf(value: unknown, rules: RuleSet): Iterable<Flaw> {
  for (const error of configValidator(rules)(value)) {
    const flaw = flawOf(error, value, rules);
    if (flaw !== undefined) yield flaw;
  }
  yield* unknownHouseRules(value, rules);
  yield* contradictoryRanges(value, rules);
  yield* optionsOfTheSite(value, rules);
  yield* badGlobs(value);
}

/** Rules of phrases that there are none of: the schema lets every name of their group pass. */
function* unknownHouseRules(value: unknown, rules: RuleSet): Iterable<Flaw> {
  for (const { path, rules: given } of ruleMapsOf(value)) {
    for (const id of Object.keys(given)) {
      if (!id.startsWith("house/") || Object.hasOwn(rules, id)) continue;
      yield { path: [...path, id], part: "key", message: unknownRule(id, rules) };
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
