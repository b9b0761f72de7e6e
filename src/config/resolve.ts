import type { RuleSet, RuleSetting, Settings } from "#rule-kit/settings";
import { readRuleFlags, rulesOfGroup, type CommandLineOverrides, type RuleFlags } from "./flags.ts";
import { compilePatterns } from "#text/globs";
import { namesOf } from "./globs.ts";
import { defaultFailOn, defaultPresets, type Config, type GivenOptions, type Level, type RuleValues } from "./keys.ts";
import type { LoadedConfig } from "./load.ts";
import { rulesIn } from "./presets.ts";

/** The setting of every rule, for all paths that the same overrides match. */
type Table = ReadonlyMap<string, RuleSetting>;

const unknownRule: RuleSetting = { severity: "off", options: {} };

/**
 * Settles what holds for each rule and path. Later wins: presets, then the config's groups, then its ids, then each
 * matching override in order, then `--rule`. `--only` runs what it names, also where the config has it off at the top,
 * and nothing else; `--skip` switches off.
 *
 * @param root absolute path of the folder that the paths given to `at` are relative to
 * @throws ConfigError when a flag is wrong
 */
export async function resolveSettings(
  { value, directory }: LoadedConfig,
  overrides: CommandLineOverrides,
  rules: RuleSet,
  root: string,
): Promise<Settings> {
  const tables = layTables(value, await readRuleFlags(overrides, rules), rules);
  const base = tables([]);
  const tableAt = tablePicker(value, directory, root, tables);
  const each = [base, ...(value.overrides ?? []).map((_, index) => tables([index]))];
  const isOn = (id: string) => each.some((table) => table.get(id)?.severity !== "off");
  const maxWarnings = overrides.maxWarnings ?? value.maxWarnings;
  return {
    base: (rule) => base.get(rule) ?? unknownRule,
    at: (rule, path) => tableAt(path).get(rule) ?? unknownRule,
    enabled: Object.keys(rules).filter(isOn).toSorted(),
    gate: { failOn: overrides.failOn ?? value.failOn ?? defaultFailOn, maxWarnings, budgets: value.budgets },
    site: value.site ?? {},
  };
}

/** The tables by the positions of the overrides that match, each made once. */
function layTables(config: Config, flags: RuleFlags, rules: RuleSet): (matching: readonly number[]) => Table {
  const start = startOf(config, flags, rules);
  const layers = (config.overrides ?? []).map((override) => [...layerOf(override.rules, rules)]);
  const last = [...layerOf(flags.rules, rules)];
  const made = new Map<string, Table>();
  return (matching) => {
    const key = matching.join();
    const known = made.get(key);
    if (known !== undefined) return known;
    const table = new Map(start);
    for (const index of matching) applyTo(table, layers[index] ?? []);
    applyTo(table, last);
    for (const [id, { options }] of table) if (!isSelected(id, flags)) table.set(id, { severity: "off", options });
    made.set(key, table);
    return table;
  };
}

const isSelected = (id: string, { only, skip }: RuleFlags) => (only?.has(id) ?? true) && !skip.has(id);

/** Presets, the config's own rules, and what `--only` switches on. */
function startOf(config: Config, { only }: RuleFlags, rules: RuleSet): Table {
  const preset = rulesIn(config.extends ?? defaultPresets, rules);
  const table = new Map<string, RuleSetting>();
  for (const [id, { severity, options, isFromConfig }] of Object.entries(rules)) {
    const defaults = Object.fromEntries(Object.entries(options).map(([name, option]) => [name, option.default]));
    table.set(id, { severity: preset.has(id) || isFromConfig === true ? severity : "off", options: defaults });
  }
  applyTo(table, layerOf(config.rules ?? {}, rules));
  for (const [id, { severity, options }] of table) {
    const own = rules[id]?.severity;
    if (own !== undefined && severity === "off" && only?.has(id)) table.set(id, { severity: own, options });
  }
  return table;
}

/** One rule's part of a layer. */
interface Change {
  readonly id: string;
  readonly severity: Level;
  readonly options: GivenOptions;
}

/** What a map of rules says rule by rule: its groups first, so that ids win. */
function* layerOf(values: RuleValues, rules: RuleSet): Iterable<Change> {
  const byId: Change[] = [];
  for (const [name, value] of Object.entries(values)) {
    const [severity, options = {}] = typeof value === "string" ? [value] : value;
    if (Object.hasOwn(rules, name)) byId.push({ id: name, severity, options });
    else for (const id of rulesOfGroup(name, rules)) yield { id, severity, options: {} };
  }
  yield* byId;
}

function applyTo(table: Map<string, RuleSetting>, layer: Iterable<Change>): void {
  for (const { id, severity, options } of layer) {
    table.set(id, { severity, options: { ...table.get(id)?.options, ...options } });
  }
}

/** Finds the table of a path. A path's globs are tried once. */
function tablePicker(
  { overrides = [] }: Config,
  directory: string,
  root: string,
  tables: (matching: readonly number[]) => Table,
): (path: string) => Table {
  if (overrides.length === 0) {
    const only = tables([]);
    return () => only;
  }
  const tests = overrides.map(({ files, ignores = [] }) => {
    const [isIn, isOut] = [compilePatterns(files), compilePatterns(ignores)];
    return (names: readonly string[]) => isIn(names) && !isOut(names);
  });
  const byPath = new Map<string, Table>();
  return (path) => {
    const known = byPath.get(path);
    if (known !== undefined) return known;
    const names = namesOf(path, directory, root);
    const table = tables(tests.flatMap((test, index) => (test(names) ? [index] : [])));
    byPath.set(path, table);
    return table;
  };
}
