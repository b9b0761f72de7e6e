import { Ajv } from "ajv";
import type { Rule } from "#rule-kit/define-rule";
import type { RuleSet } from "#rule-kit/settings";
import { loadPlugin, type LoadedPlugin } from "#plugins/index";
import { printable } from "#text/printable";
import { valueAt, type Flaw } from "./flaw.ts";
import { rememberOptionCheck } from "./option-checks.ts";
import { groupsOf, ruleValueSchema } from "./schema.ts";

/** Groups of rules that are no built-in ones. */
const otherGroups = ["house", "parse"];

/**
 * Loads the plugins that a config names.
 *
 * @param value the config as it was read
 * @param config absolute path of its file
 * @param rules the built-in rules
 */
export async function loadPlugins(
  value: unknown,
  { config, noCode, rules }: { readonly config: string; readonly noCode: boolean; readonly rules: RuleSet },
): Promise<{ readonly plugins: readonly LoadedPlugin[]; readonly flaws: readonly Flaw[] }> {
  const given = valueAt(value, ["plugins"]);
  const sources = Array.isArray(given) ? (given as readonly unknown[]) : [];
  const plugins: LoadedPlugin[] = [];
  const flaws: Flaw[] = [];
  const taken = new Set([...groupsOf(rules), ...otherGroups]);
  for (const [index, source] of sources.entries()) {
    // What is no text is told by the config's schema.
    if (typeof source !== "string" || source === "") continue;
    const loaded = noCode ? { flaw: codeRefused } : await loadFit(source, config, taken);
    if ("flaw" in loaded) {
      const message = `plugin "${printable(source)}" can't be used: ${loaded.flaw}`;
      flaws.push({ path: ["plugins", String(index)], part: "value", message });
    } else {
      taken.add(loaded.name);
      plugins.push(loaded);
    }
  }
  return { plugins, flaws };
}

const codeRefused = "it is code, which --no-code refuses to run";

/** A plugin whose options can be checked too. */
async function loadFit(source: string, config: string, taken: ReadonlySet<string>) {
  const loaded = await loadPlugin(source, config, taken);
  if ("flaw" in loaded) return loaded;
  for (const [id, rule] of Object.entries(loaded.rules)) {
    const flaw = compileOptions(rule);
    if (flaw !== undefined) return { flaw: `the options of ${id} have no good schema: ${printable(flaw)}` };
  }
  return loaded;
}

/** Compiles the check of a rule's value in a config; says why that can't be done. The build does so for built-in rules. */
function compileOptions(rule: Rule): string | undefined {
  try {
    const check = new Ajv({ allErrors: true, strict: false }).compile(ruleValueSchema(rule));
    rememberOptionCheck(rule, (value) => (check(value) ? [] : (check.errors ?? [])));
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
