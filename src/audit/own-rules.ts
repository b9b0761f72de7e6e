import { loadConfig } from "#config/index";
import { ownRulesUrl } from "#model/project";
import { houseId, type Phrase } from "#model/phrase";
import type { Rule, RuleExample } from "#rule-kit/define-rule";
import { loadRules, ruleDetails, withOwnRules } from "./preparation.ts";

export type { RuleExample };

type ConfigChoice = Omit<Parameters<typeof loadConfig>[0], "rules">;

type RuleDetails = Awaited<ReturnType<typeof ruleDetails>>[number];

interface OwnRule extends RuleDetails {
  /** The file or the package that defines it, with line and column where it has them. */
  readonly definedIn: string;
}

/** What is to be known of a rule that a config makes of a phrase. */
export interface HouseRule extends OwnRule {
  /** What a finding says, with the slots that are filled in. */
  readonly message: string;
  readonly phrase: Phrase;
}

/** What is to be known of a plugin's rule. */
export interface PluginRule extends OwnRule, Pick<Rule, "messages" | "options" | "sources" | "url" | "examples"> {
  readonly plugin: string;
}

/**
 * The rules that the config makes or brings, for lists and explanations.
 *
 * @throws ConfigError
 */
export async function ownRules(choice: ConfigChoice): Promise<readonly (HouseRule | PluginRule)[]> {
  const { phrases = [], phrasePlaces, plugins = [] } = await loadConfig({ ...choice, rules: await loadRules() });
  const rules = await withOwnRules({}, { phrases });
  const ofPhrases = phrases.flatMap((phrase): HouseRule[] => {
    const id = houseId(phrase);
    const rule = rules[id];
    if (rule === undefined) return [];
    const message = rule.messages["phrase"] ?? rule.summary;
    return [{ ...detailsOf(id, rule), message, definedIn: phrasePlaces?.get(phrase.id) ?? "the config", phrase }];
  });
  const ofPlugins = plugins.flatMap(({ source, name, ...plugin }) =>
    Object.entries(plugin.rules).map(([id, rule]): PluginRule => {
      const { messages, options, sources, url, examples } = rule;
      // What such rules are is not what this one is.
      const more = {
        ...(url !== undefined && url !== ownRulesUrl && { url }),
        ...(examples !== undefined && { examples }),
      };
      return { ...detailsOf(id, rule), plugin: name, definedIn: source, messages, options, sources, ...more };
    }),
  );
  return [...ofPlugins, ...ofPhrases];
}

const detailsOf = (id: string, { severity, presets, summary, on }: Rule): RuleDetails => ({
  id,
  severity,
  presets,
  summary,
  on,
});
