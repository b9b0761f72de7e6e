import { leadPlace, summaryLead } from "#facts/lead";
import { entryWith } from "#model/post";
import { defineRule } from "#rule-kit/define-rule";
import { integer, share } from "#rule-kit/options";
import { openingPhrase } from "#text/opening-phrases";

export default defineRule({
  on: "corpus",
  summary: "Open summaries with their subject and not with a stock phrase.",
  severity: "info",
  presets: ["editorial"],
  options: {
    maxShare: share({ default: 0.2, description: "Share of summaries that may open with one phrase, exclusive." }),
    minPosts: integer({ default: 10, minimum: 2, description: "Fewest summaries to judge." }),
  },
  messages: {
    opening: "{count} of {total} summaries open with “{phrase}”; open this one with its subject.",
  },
  facts: { lead: summaryLead },

  *check({ posts }, { maxShare, minPosts }, facts) {
    const summaries = posts.flatMap((post) => {
      const entry = entryWith(post, "summary");
      const body = entry === undefined ? undefined : facts.lead(entry)?.body;
      return entry === undefined || body === undefined ? [] : { entry, body, phrase: openingPhrase(body.text)?.name };
    });
    const total = summaries.length;
    if (total < minPosts) return;

    const counts = new Map<string, number>();
    for (const { phrase } of summaries) if (phrase !== undefined) counts.set(phrase, (counts.get(phrase) ?? 0) + 1);
    for (const { entry, body, phrase } of summaries) {
      const count = phrase === undefined ? 0 : (counts.get(phrase) ?? 0);
      if (phrase === undefined || count < maxShare * total) continue;
      yield {
        message: "opening",
        data: { count, total, phrase },
        at: leadPlace(entry, {}, body.sentences[0] ?? body),
        key: phrase,
        group: phrase,
      };
    }
  },
});
