import { houseId, type Phrase } from "#model/phrase";
import type { RuleSet } from "#rule-kit/settings";
import { houseRule } from "./house-rule.ts";
import { matcherOf } from "./matcher.ts";
import { occurrencesFact } from "./occurrences.ts";

/** The rules of a config's phrases, by id. */
export async function houseRules(phrases: readonly Phrase[]): Promise<RuleSet> {
  const rules = await Promise.all(
    phrases.map(async (phrase) => {
      const occurrences = occurrencesFact(phrase, await matcherOf(phrase));
      return [houseId(phrase), houseRule(phrase, occurrences)] as const;
    }),
  );
  return Object.fromEntries(rules);
}
