import type { Preset } from "#model/severity";
import type { RuleSet } from "#rule-kit/settings";

// A strict config wants all that a recommended one does, so `strict` rules only say what they add.
const included: Readonly<Partial<Record<Preset, readonly Preset[]>>> = { strict: ["recommended"] };

/** The ids of the rules in any of the presets, as the rules themselves say it. */
export function rulesIn(presets: readonly Preset[], rules: RuleSet): ReadonlySet<string> {
  const wanted = new Set(presets.flatMap((preset) => [preset, ...(included[preset] ?? [])]));
  const ids = Object.entries(rules).flatMap(([id, rule]) => (rule.presets.some((own) => wanted.has(own)) ? [id] : []));
  return new Set(ids);
}
