import { prose } from "#facts/markdown-prose";
import { hasRepeats, passages, passagesOf, type Passage } from "#facts/passages";
import { bodyPlace } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { integer } from "#rule-kit/options";

export default defineRule({
  on: "document",
  summary: "Say each thing once in a post.",
  severity: "warn",
  presets: ["recommended", "strict"],
  options: {
    minWords: integer({ default: 12, minimum: 9, description: "Fewest words of a sentence." }),
  },
  messages: {
    paragraph: "The post has this paragraph of {words|word} twice; leave one out.",
    sentence: "The post has this sentence of {words|word} twice; leave one out.",
  },
  facts: { passages, prose },

  *check(entry, { minWords }, { passages: found, prose: code }) {
    const told = new Set<number>();
    for (const message of ["paragraph", "sentence"] as const) {
      if (!hasRepeats(found, `${message}s`)) continue;
      for (const [first, again] of repeatsIn(passagesOf(code, found, `${message}s`), minWords)) {
        // One finding a paragraph says enough, and a paragraph that is equal has equal sentences.
        if (told.has(again.paragraph)) continue;
        told.add(again.paragraph);
        yield {
          message,
          data: { words: again.words },
          at: bodyPlace(entry, again.span),
          key: again.digest,
          related: [{ place: bodyPlace(entry, first.span), message: "the first one" }],
        };
      }
    }
  },
});

/** Passages that the document had before, each with the first that said the same. */
function* repeatsIn(all: readonly Passage[], minWords: number): Iterable<readonly [Passage, Passage]> {
  const first = new Map<string, Passage>();
  for (const passage of all) {
    const known = first.get(passage.digest);
    if (known === undefined) first.set(passage.digest, passage);
    // Items of lists describe parallel things in parallel words.
    else if (passage.words >= minWords && passage.container !== "list") yield [known, passage];
  }
}
