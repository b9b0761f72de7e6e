import { fingerprint } from "#facts/fingerprint";
import { prose } from "#facts/markdown-prose";
import { passages } from "#facts/passages";
import { otherPlaces, passagePlace, repeatsOf } from "#facts/repeats";
import { defineRule } from "#rule-kit/define-rule";
import { integer } from "#rule-kit/options";

export default defineRule({
  on: "corpus",
  summary: "Write each paragraph for its post.",
  severity: "warn",
  presets: ["recommended", "strict"],
  options: {
    minPosts: integer({ default: 3, minimum: 2, description: "Fewest posts that share a paragraph." }),
    minWords: integer({ default: 25, minimum: 25, description: "Fewest words of a paragraph." }),
  },
  messages: {
    shared:
      "The same paragraph of {words|word} is in {count} posts; write it for this post, or keep it in one and link to it.",
  },
  facts: { fingerprint, passages, prose },

  *check(corpus, { minPosts, minWords }, facts) {
    for (const { digest, members } of repeatsOf(corpus, facts, "paragraphs", minPosts)) {
      for (const [index, member] of members.entries()) {
        if (member.passage.words < minWords) break;
        yield {
          message: "shared",
          data: { words: member.passage.words, count: members.length },
          at: passagePlace(member),
          key: digest,
          group: digest,
          related: otherPlaces(members, index, "the same paragraph"),
        };
      }
    }
  },
});
