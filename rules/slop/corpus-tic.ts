import { entryWith, type Post } from "#model/post";
import type { Entry } from "#model/entry";
import type { Field } from "#model/field";
import { partPlace } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { integer, list, share } from "#rule-kit/options";
import { othersOf } from "#text/groups";
import { labelAtStart } from "#text/lead-marker";
import { findRepeatedPhrases } from "#text/repeated-phrases";
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

  *check(corpus, { share: least, posts, allowed }) {
    const texts = corpus.posts.flatMap((post) => textOf(post) ?? []);
    if (texts.length < posts) return;
    const meant = allowed.map(fold);
    for (const { phrase, places } of findRepeatedPhrases(
      texts.map(({ text }) => text),
      least,
    )) {
      if (!isTelling(phrase) || meant.some((one) => one.includes(phrase) || phrase.includes(one))) continue;
      const shown = places.flatMap(({ text: index, start, end }) => {
        const text = texts[index];
        return text === undefined
          ? []
          : partPlace(text.entry, text.name, text.field, text.from + start, text.from + end);
      });
      for (const [index, at] of shown.entries()) {
        yield {
          message: "tic",
          data: { phrase, count: places.length, posts: texts.length },
          at,
          key: phrase,
          group: phrase,
          related: othersOf(shown, index).map((place) => ({ place, message: "the same phrase" })),
        };
      }
    }
  },
});

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
