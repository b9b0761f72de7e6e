import { fingerprint } from "#facts/fingerprint";
import { prose } from "#facts/markdown-prose";
import { passages } from "#facts/passages";
import { otherPlaces, passagePlace, repeatsOf, toldOf } from "#facts/repeats";
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
    many: "This is the first of {count} paragraphs here that other posts have as well; write them for this post, or keep each in one and link to it.",
  },
  facts: { fingerprint, passages, prose },

  *check(corpus, { minPosts, minWords }, facts) {
    const repeats = repeatsOf(corpus, facts, "paragraphs", minPosts);
    const long = repeats.filter(({ members }) => members.every(({ passage }) => passage.words >= minWords));
    for (const { repeat, index, member, count } of toldOf(long)) {
      const { digest, members } = repeat;
      const shared = {
        at: passagePlace(member),
        key: count === undefined ? digest : "many",
        group: digest,
        related: otherPlaces(members, index, "the same paragraph"),
      };
      const { words } = member.passage;
      if (count !== undefined) yield { message: "many", data: { count }, ...shared };
      else yield { message: "shared", data: { words, count: members.length }, ...shared };
    }
  },
});
