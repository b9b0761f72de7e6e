import { planFacts } from "#engine/index";
import type { Fact } from "#rule-kit/define-fact";
import type { RuleSet } from "#rule-kit/settings";
import type { ExtractionJob } from "./extract-document.ts";

/** The facts that a job's rules ask for. Every thread finds them by itself: functions can't be sent. */
export async function factsFor({ rules: ids, phrases = [], plugins = [] }: ExtractionJob): Promise<readonly Fact[]> {
  const { rules } = await import("#rules/index");
  const ofPhrases = phrases.length === 0 ? {} : await (await import("#house/index")).houseRules(phrases);
  const ofPlugins = plugins.length === 0 ? {} : await (await import("#plugins/index")).pluginRules(plugins);
  return planOf(ids, { ...rules, ...ofPlugins, ...ofPhrases });
}

/** The facts that rules ask for, by the ids of the rules. */
export const planOf = (ids: readonly string[], rules: RuleSet): readonly Fact[] =>
  planFacts(ids.flatMap((id) => rules[id] ?? []));
