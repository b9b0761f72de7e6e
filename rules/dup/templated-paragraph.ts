import { fingerprint } from "#facts/fingerprint";
import { prose } from "#facts/markdown-prose";
import { fewestWords, passages, passagesOf } from "#facts/passages";
import { otherPlaces, passagePlace, repeatsOf, type Member, type RepeatFacts } from "#facts/repeats";
import { setPieces } from "#facts/set-pieces";
import { defineRule } from "#rule-kit/define-rule";
import { integer } from "#rule-kit/options";

export default defineRule({
  on: "corpus",
  summary: "Write each paragraph from what its post has to say, and not from a template.",
  severity: "warn",
  presets: ["recommended", "strict"],
  options: {
    minPosts: integer({ default: 3, minimum: 2, description: "Fewest posts that share a template." }),
    minWords: integer({ default: 20, minimum: 20, description: "Fewest words of a paragraph." }),
  },
  messages: {
    templated: "The paragraph is equal in {count} posts but for names and numbers; say what only this post can say.",
  },
  facts: { fingerprint, passages, prose, setPieces },

  *check(corpus, { minPosts, minWords }, facts) {
    for (const { digest, members } of repeatsOf(corpus, facts, "templates", minPosts)) {
      const own = members.filter(({ entry, passage }) => {
        const pieces = facts.setPieces(entry) ?? [];
        return (
          passage.words >= minWords &&
          pieces.every(({ kind, span }) => kind !== "answer" || span.start !== passage.span.start)
        );
      });
      if (own.length < minPosts || isVerbatim(own, facts, minPosts)) continue;
      for (const [index, member] of own.entries()) {
        yield {
          message: "templated",
          data: { count: own.length },
          at: passagePlace(member),
          key: digest,
          group: digest,
          related: otherPlaces(own, index, "is from the same template"),
        };
      }
    }
  },
});

/** Paragraphs that are equal word for word belong to `dup/shared-paragraph`, or to `dup/shared-sentence`. */
function isVerbatim(
  members: readonly Member[],
  { passages: found, prose: code }: RepeatFacts,
  minPosts: number,
): boolean {
  const different = new Set(
    members.map(({ entry, passage }) => {
      const kind = passage.words >= fewestWords.paragraph ? "paragraphs" : "sentences";
      const same = passagesOf(code(entry), found(entry), kind).filter(
        ({ paragraph }) => paragraph === passage.paragraph,
      );
      return same.map(({ digest }) => digest).join(" ");
    }),
  );
  return different.size < Math.min(minPosts, members.length);
}
