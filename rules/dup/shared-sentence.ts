import { fingerprint } from "#facts/fingerprint";
import { prose } from "#facts/markdown-prose";
import { passages } from "#facts/passages";
import {
  otherPlaces,
  passagePlace,
  repeatsOf,
  toldOf,
  type Member,
  type Repeat,
  type RepeatFacts,
} from "#facts/repeats";
import type { Corpus } from "#model/corpus";
import type { Entry } from "#model/entry";
import { defineRule } from "#rule-kit/define-rule";
import { integer } from "#rule-kit/options";

export default defineRule({
  on: "corpus",
  summary: "Write each sentence for its post.",
  severity: "warn",
  presets: ["recommended", "strict"],
  options: {
    minPosts: integer({ default: 3, minimum: 2, description: "Fewest posts that share a sentence." }),
    minWords: integer({ default: 9, minimum: 9, description: "Fewest words of a sentence." }),
  },
  messages: {
    one: "The same sentence is in {count} posts; write it for this post, or keep it in one.",
    row: "The same {sentences} sentences in a row are in {count} posts; write them for this post, or keep them in one.",
    many: "This is the first of {count} passages here that other posts have as well; write them for this post, or keep each in one.",
  },
  facts: { fingerprint, passages, prose },

  *check(corpus, { minPosts, minWords }, facts) {
    for (const { repeat, index, member, count } of toldOf(rowsIn(alone(corpus, facts, minPosts, minWords)))) {
      const { digest, sentences, members } = repeat;
      const shared = {
        at: passagePlace(member),
        key: count === undefined ? digest : "many",
        group: digest,
        related: otherPlaces(members, index, sentences === 1 ? "the same sentence" : "the same sentences"),
      };
      const posts = members.length;
      if (count !== undefined) yield { message: "many", data: { count }, ...shared };
      else if (sentences === 1) yield { message: "one", data: { count: posts }, ...shared };
      else yield { message: "row", data: { count: posts, sentences }, ...shared };
    }
  },
});

/** Shared sentences outside of shared paragraphs, which belong to `dup/shared-paragraph`. */
function alone(corpus: Corpus, facts: RepeatFacts, minPosts: number, minWords: number): Repeat[] {
  const inShared = new Map<Entry, Set<number>>();
  for (const { members } of repeatsOf(corpus, facts, "paragraphs", minPosts)) {
    for (const { entry, passage } of members) {
      inShared.set(entry, (inShared.get(entry) ?? new Set()).add(passage.paragraph));
    }
  }
  return repeatsOf(corpus, facts, "sentences", minPosts).flatMap(({ digest, members }) => {
    const isLong = members.some(({ passage }) => passage.words >= minWords);
    const rest = members.filter(({ entry, passage }) => inShared.get(entry)?.has(passage.paragraph) !== true);
    return isLong && rest.length >= minPosts && !isPointer(rest) ? [{ digest, members: rest }] : [];
  });
}

/** Whether the links of a sentence lead elsewhere in nearly each post: to what readers say of it, or to its code. */
const isPointer = (members: readonly Member[]) =>
  new Set(members.map(({ passage }) => passage.target)).size > members.length / 2;

interface Row extends Repeat {
  readonly sentences: number;
}

/** Shared sentences that follow each other in the same posts, as one. */
function rowsIn(repeats: readonly Repeat[]): Row[] {
  const rows: Row[] = [];
  for (const repeat of repeats) {
    const last = rows.at(-1);
    if (last === undefined || !follows(last, repeat)) rows.push({ ...repeat, sentences: 1 });
    else rows[rows.length - 1] = joined(last, repeat);
  }
  return rows;
}

/** Whether one passage comes soon behind another in the same paragraph of each of the same posts. */
const follows = (before: Repeat, after: Repeat): boolean =>
  before.members.length === after.members.length &&
  before.members.every(({ entry, passage }, index) => {
    const next = after.members[index];
    return next?.entry === entry && next.passage.paragraph === passage.paragraph && isNext(passage, next.passage);
  });

/** Short sentences between two long ones are not compared; more than this is another thought. */
const widestGap = 80;

const isNext = (before: Member["passage"], after: Member["passage"]) =>
  after.span.start >= before.span.end && after.span.start - before.span.end <= widestGap;

const joined = (row: Row, next: Repeat): Row => ({
  digest: row.digest,
  sentences: row.sentences + 1,
  members: row.members.map(({ entry, passage }, index) => ({
    entry,
    passage: {
      ...passage,
      span: { start: passage.span.start, end: next.members[index]?.passage.span.end ?? passage.span.end },
    },
  })),
});
