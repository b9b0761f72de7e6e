import { commonOpenings } from "#facts/common-openings";
import { prose } from "#facts/markdown-prose";
import { openings } from "#facts/openings";
import { passages } from "#facts/passages";
import { postsOf } from "#facts/posts-by-source";
import type { Corpus } from "#model/corpus";
import type { Entry } from "#model/entry";
import type { Field } from "#model/field";
import { entryWith, type Post } from "#model/post";
import { bodyPlace, partPlace, type Place } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { integer, list, share } from "#rule-kit/options";
import { isEverydayPhrase } from "#text/everyday-phrases";
import { othersOf } from "#text/groups";
import { labelAtStart } from "#text/lead-marker";
import { findRepeatedPhrases } from "#text/repeated-phrases";
import { Series } from "#text/series";
import { contentTerms, fold } from "#text/terms";

export default defineRule({
  on: "corpus",
  summary: "Notice the phrases that every third post of the site repeats.",
  severity: "info",
  presets: ["recommended", "strict", "editorial"],
  options: {
    share: share({ default: 0.3, description: "Share of the posts that must have a phrase." }),
    posts: integer({ default: 10, minimum: 2, description: "Fewest posts with text for the rule to speak." }),
    allowed: list({ default: [], description: "Phrases that are meant to repeat: slogans, names, notices." }),
  },
  messages: {
    tic: "“{phrase}” is in {count} of {posts} posts; say it otherwise here, or leave it out.",
  },
  facts: { openings, prose, passages },

  *check(corpus, { share: least, posts: fewest, allowed }, facts) {
    const meant = allowed.map(fold);
    const isMeant = (phrase: string) =>
      isEverydayPhrase(phrase) || meant.some((one) => one.includes(phrase) || phrase.includes(one));
    const { bodies, common } = commonOpenings(corpus, facts, least);
    const inBodies = common.map(({ digest, words, members }) => ({
      key: digest,
      phrase: words,
      places: members.map(({ entry, span }) => bodyPlace(entry, span)),
    }));
    const { texts, phrases } = ticsInTexts(corpus, least);
    const counts = new Map<Entry | undefined, number>();
    for (const [tics, posts] of [
      [phrases, texts],
      [inBodies, bodies],
    ] as const) {
      for (const { key, phrase, places } of posts < fewest ? [] : byFrequency(tics)) {
        // Without its words nobody can say whether a phrase is meant, nor find it.
        if (phrase === undefined || isMeant(phrase)) continue;
        for (const [index, at] of places.entries()) {
          const told = (counts.get(at.entry) ?? 0) + 1;
          counts.set(at.entry, told);
          if (told > mostInPost) continue;
          yield {
            message: "tic",
            data: { phrase, count: places.length, posts },
            at,
            key,
            group: key,
            related: othersOf(places, index).map((place) => ({ place, message: "the same phrase" })),
          };
        }
      }
    }
  },
});

/** Most phrases that are told of one post: the most frequent ones of the site. Whoever mends those sees the next. */
const mostInPost = 3;

const byFrequency = (tics: readonly Tic[]): Tic[] => tics.toSorted((a, b) => b.places.length - a.places.length);

interface Tic {
  readonly key: string;
  /** Undefined where no document has kept its words. */
  readonly phrase: string | undefined;
  readonly places: readonly Place[];
}

/**
 * The phrases that many of the texts share which an index, a feed or front matter carries, and how many texts there are.
 * What issues of a series have in common is its pattern.
 */
function ticsInTexts(corpus: Corpus, least: number): { readonly texts: number; readonly phrases: readonly Tic[] } {
  const sources = new Set(postsOf(corpus));
  const texts = corpus.posts
    .filter(({ entries }) => entries.every((entry) => entry.edition !== "source" || sources.has(entry)))
    .flatMap((post) => textOf(post) ?? []);
  const found = findRepeatedPhrases(
    texts.map(({ text }) => text),
    least,
  );
  const series = new Series(texts.map(({ entry }) => entry.path));
  const phrases = found.flatMap(({ phrase, places }) => {
    const beyond = new Set(series.beyondPattern([...new Set(places.map(({ text }) => text))]));
    if (beyond.size < least * texts.length) return [];
    const shown = places.flatMap(({ text: index, start, end }) => {
      const text = texts[index];
      return text === undefined ? [] : partPlace(text.entry, text.name, text.field, text.from + start, text.from + end);
    });
    return isTelling(phrase) ? { key: phrase, phrase, places: shown } : [];
  });
  return { texts: texts.length, phrases };
}

interface PostText {
  readonly entry: Entry;
  readonly name: "content" | "summary";
  readonly field: Field;
  /** Where the text starts in the field: after a label such as "Answer-first:", which is no tic. */
  readonly from: number;
  readonly text: string;
}

/** The longest text that the editions of a post carry. */
function textOf(post: Post): PostText | undefined {
  for (const name of ["content", "summary"] as const) {
    const entry = entryWith(post, name);
    const field = entry?.[name];
    if (entry === undefined || field === undefined) continue;
    const from = labelAtStart(field.value)?.end ?? 0;
    return { entry, name, field, from, text: field.value.slice(from) };
  }
  return undefined;
}

/** Phrases of function words ("one of the most", "at the end of the") are in every text. */
const isTelling = (phrase: string) => contentTerms(phrase).length >= 2;
