import { planFacts } from "#engine/index";
import type { Fact } from "#rule-kit/define-fact";
import type { RuleSet } from "#rule-kit/settings";
import type { ExtractionJob } from "./extract-document.ts";

/** The facts that a job's rules ask for. Every thread finds them by itself: functions can't be sent. */
export async function factsFor({ rules: ids, phrases = [] }: ExtractionJob): Promise<readonly Fact[]> {
  const { rules } = await import("#rules/index");
  if (phrases.length === 0) return planOf(ids, rules);
  const { houseRules } = await import("#house/index");
  return planOf(ids, { ...rules, ...(await houseRules(phrases)) });
}

/** The facts that rules ask for, by the ids of the rules. */
export const planOf = (ids: readonly string[], rules: RuleSet): readonly Fact[] =>
  planFacts(ids.flatMap((id) => rules[id] ?? []));
