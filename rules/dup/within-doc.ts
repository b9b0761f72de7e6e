import { prose } from "#facts/markdown-prose";
import { hasRepeats, passages, passagesOf, type Passage, type Passages } from "#facts/passages";
import { postsOf } from "#facts/posts-by-source";
import { bodyPlace } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { integer } from "#rule-kit/options";
import { groupsBy } from "#text/groups";

export default defineRule({
  on: "corpus",
  summary: "Say each thing once in a post.",
  severity: "warn",
  presets: ["recommended", "strict"],
  options: {
    minWords: integer({ default: 12, minimum: 9, description: "Fewest words of a sentence." }),
  },
  messages: {
    paragraph: "The post has this paragraph of {words|word} twice; leave one out.",
    several: "The post has {paragraphs|passage} in a row twice; leave them out in one of the two places.",
    sentence: "The post has this sentence of {words|word} twice; leave one out.",
  },
  facts: { passages, prose },

  *check(corpus, { minWords }, { passages: codesOf, prose: proseOf }) {
    for (const entry of postsOf(corpus)) {
      const found = codesOf(entry);
      if (!hasRepeats(found, "paragraphs") && !hasRepeats(found, "sentences")) continue;
      for (const { kind, first, again, paragraphs } of runsOf(proseOf(entry), found, minWords)) {
        const shared = {
          at: bodyPlace(entry, again.span),
          key: again.digest,
          related: [{ place: bodyPlace(entry, first.span), message: "the first one" }],
        };
        if (paragraphs > 1) yield { message: "several", data: { paragraphs }, ...shared };
        else yield { message: kind, data: { words: again.words }, ...shared };
      }
    }
  },
});

interface Run {
  readonly kind: "paragraph" | "sentence";
  readonly first: Passage;
  readonly again: Passage;
  /** How many paragraphs in a row are the same, or have a sentence that is. */
  readonly paragraphs: number;
}

/** Short paragraphs between two long ones are not compared; more than this is another place. */
const widestGap = 3;

/** What a document says twice; what follows each other in both places is one. */
function runsOf(code: string | null, found: Passages | null, minWords: number): Run[] {
  const runs: Run[] = [];
  let last: readonly [Passage, Passage] | undefined;
  for (const [kind, first, again] of repeats(code, found, minWords)) {
    const run = runs.at(-1);
    if (run !== undefined && last !== undefined && isNext(last[0], first) && isNext(last[1], again))
      runs[runs.length - 1] = { ...run, paragraphs: run.paragraphs + 1 };
    else runs.push({ kind, first, again, paragraphs: 1 });
    last = [first, again];
  }
  return runs;
}

const isNext = (before: Passage, after: Passage) =>
  after.paragraph > before.paragraph && after.paragraph - before.paragraph <= widestGap;

/** One repeat for each paragraph that has any: a paragraph that is equal has equal sentences. In order. */
function repeats(code: string | null, found: Passages | null, minWords: number) {
  const told = new Map<number, readonly [Run["kind"], Passage, Passage]>();
  for (const kind of ["paragraph", "sentence"] as const) {
    for (const [first, again] of repeatsIn(passagesOf(code, found, `${kind}s`), minWords)) {
      if (!told.has(again.paragraph)) told.set(again.paragraph, [kind, first, again]);
    }
  }
  return [...told].toSorted(([a], [b]) => a - b).map(([, repeat]) => repeat);
}

/** Passages that the document has twice, each with the first. What stands there more often is a formula, and meant. */
function* repeatsIn(all: readonly Passage[], minWords: number): Iterable<readonly [Passage, Passage]> {
  for (const [first, again, ...more] of groupsBy(all, ({ digest }) => digest).values()) {
    if (first === undefined || again === undefined || more.length > 0) continue;
    // Items of lists describe parallel things in parallel words.
    if (again.words >= minWords && again.container !== "list") yield [first, again];
  }
}
