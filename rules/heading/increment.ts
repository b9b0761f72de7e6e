import { blocks, blocksOf } from "#facts/markdown-blocks";
import { headings, type Heading, type HeadingRow } from "#facts/markdown-headings";
import { headingPlace, outlineOf } from "#facts/outline";
import type { Corpus } from "#model/corpus";
import type { Entry } from "#model/entry";
import { defineRule } from "#rule-kit/define-rule";
import { quorum } from "#text/convention";
import { byKey } from "#text/groups";
import { sectionsOf } from "#text/section";

export default defineRule({
  on: "corpus",
  summary: "Go down one level of headings at a time.",
  severity: "warn",
  presets: ["recommended", "strict"],
  sources: [{ title: "markdownlint MD001, html-validate heading-level", read: "2026-11-22" }],
  messages: {
    skipped: "Heading of level {depth} follows one of level {before}; use level {expected}.",
    habit:
      "In {posts} of {total|post} here, this one among them, a heading of level {depth} follows one of level {before}; use level {expected}, or let the template set the levels.",
  },
  facts: { blocks, headings },

  *check(corpus, _options, facts) {
    for (const section of sectionsOf(sourcesOf(corpus))) {
      const descents = section.flatMap((entry) => descentsIn(entry, facts));
      const habits = habitsOf(descents);
      for (const [pair, skips] of byKey(
        descents.filter(({ isSkip }) => isSkip),
        pairOf,
      )) {
        const habit = habits.get(pair);
        const [at, ...others] = skips.map(({ entry, heading }) => headingPlace(entry, heading));
        const [first] = skips;
        if (habit !== undefined && first !== undefined && at !== undefined)
          yield { message: "habit", data: { ...dataOf(first), ...habit }, at, key: pair, others };
        else for (const one of skips) yield { message: "skipped", data: dataOf(one), ...placeAndKey(one) };
      }
    }
  },
});

const sourcesOf = ({ entries }: Corpus) => entries.filter(({ edition }) => edition === "source");

/** A heading that is deeper than the one before. */
interface Descent {
  readonly entry: Entry;
  readonly heading: Heading;
  readonly before: number;
  readonly isSkip: boolean;
}

interface Facts {
  blocks(entry: Entry): string | null;
  headings(entry: Entry): readonly HeadingRow[] | null;
}

function descentsIn(entry: Entry, facts: Facts): Descent[] {
  const blocksIn = facts.blocks(entry);
  const outline = outlineOf(facts.headings(entry), blocksIn);
  const last = blocksOf(blocksIn).at(-1);
  return outline.flatMap((heading, index) => {
    const before = outline[index - 1]?.depth ?? heading.depth;
    if (heading.depth <= before) return [];
    // With nothing below it, at the end of the text, it heads no section: generators of reference pages sign so.
    const isSkip = heading.depth > before + 1 && heading.span.start !== last?.span.start;
    return { entry, heading, before, isSkip };
  });
}

const dataOf = ({ heading: { depth }, before }: Descent) => ({ depth, before, expected: before + 1 });

const placeAndKey = ({ entry, heading }: Descent) => ({ at: headingPlace(entry, heading), key: heading.text });

const pairOf = ({ heading, before }: Pick<Descent, "heading" | "before">) => `${before} ${heading.depth}`;

/** The pairs of levels that most posts of a section that go down from the upper one have: a choice, and one cause. */
function habitsOf(descents: readonly Descent[]): Map<string, { readonly posts: number; readonly total: number }> {
  const posts = (wanted: readonly Descent[]) => new Set(wanted.map(({ entry }) => entry)).size;
  const pairs = new Set(descents.filter(({ isSkip }) => isSkip).map(pairOf));
  return new Map(
    [...pairs].flatMap((pair) => {
      const own = posts(descents.filter((one) => one.isSkip && pairOf(one) === pair));
      const total = posts(descents.filter(({ before }) => pair.startsWith(`${before} `)));
      return own >= quorum.members && own >= quorum.share * total ? [[pair, { posts: own, total }] as const] : [];
    }),
  );
}
