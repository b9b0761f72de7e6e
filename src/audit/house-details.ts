import { loadConfig } from "#config/index";
import { houseId, type Phrase } from "#model/phrase";
import { loadRules, ruleDetails, withHouseRules } from "./preparation.ts";

type ConfigChoice = Omit<Parameters<typeof loadConfig>[0], "rules">;

/** What is to be known of a rule that a config makes. */
export interface HouseRuleDetails extends RuleDetails {
  /** What a finding says, with the slots that are filled in. */
  readonly message: string;
  /** The file that defines it, with line and column where it has them. */
  readonly definedIn: string;
  readonly phrase: Phrase;
}

type RuleDetails = Awaited<ReturnType<typeof ruleDetails>>[number];

/**
 * The house rules of the config, for lists and explanations.
 *
 * @throws ConfigError
 */
export async function houseRuleDetails(choice: ConfigChoice): Promise<HouseRuleDetails[]> {
  const { phrases = [], phrasePlaces } = await loadConfig({ ...choice, rules: await loadRules() });
  if (phrases.length === 0) return [];
  const rules = await withHouseRules({}, { phrases });
  return phrases.flatMap((phrase) => {
    const id = houseId(phrase);
    const rule = rules[id];
    if (rule === undefined) return [];
    const { severity, presets, summary, on, messages } = rule;
    const definedIn = phrasePlaces?.get(phrase.id) ?? "the config";
    return [{ id, severity, presets, summary, on, message: messages["phrase"] ?? summary, definedIn, phrase }];
  });
}
