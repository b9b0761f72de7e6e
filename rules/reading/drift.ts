import { fieldPlace } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { integer } from "#rule-kit/options";
import { driftedPairs, editionLabel, pairsByDocument } from "#text/edition-pairs";

export default defineRule({
  on: "corpus",
  summary: "State the same reading time in a post's source, in the index and in the feed.",
  severity: "warn",
  presets: ["recommended", "strict"],
  options: {
    minutes: integer({ default: 0, minimum: 0, description: "Minutes by which they may differ." }),
  },
  messages: {
    drift: "Reading time is {here} min here and {there} min in the {edition}; build it anew, or correct one of them.",
  },

  *check({ posts }, { minutes: allowed }) {
    for (const document of pairsByDocument(posts, "readingTime")) {
      const drifted = driftedPairs(
        document,
        ({ source, other }) => Math.abs(source.readingTime.value - other.readingTime.value) > allowed,
      );
      for (const { source, other } of drifted) {
        if (source.draft?.value === true) continue;
        const data = { here: source.readingTime.value, there: other.readingTime.value, edition: editionLabel(other) };
        yield {
          message: "drift",
          data,
          at: fieldPlace(source, "readingTime"),
          key: other.edition,
          related: [{ place: fieldPlace(other, "readingTime"), message: `in the ${editionLabel(other)}` }],
        };
      }
    }
  },
});
