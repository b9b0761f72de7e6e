import { bodiesOf, nearSimilarity, ownSimilarity, type Body } from "#facts/copied-bodies";
import { fingerprint } from "#facts/fingerprint";
import { prose } from "#facts/markdown-prose";
import { passages } from "#facts/passages";
import { customWords } from "#facts/repeats";
import { placeOf } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { integer, share } from "#rule-kit/options";
import { dayOf } from "#text/dates";
import { dateIn } from "#text/entry-dates";
import { nameOf } from "#text/post-name";
import { Series } from "#text/series";
import { candidatePairs, sketchSimilarity } from "#text/sketch";

export default defineRule({
  on: "corpus",
  summary: "Let posts of the same weeks not share a good part of their words.",
  severity: "info",
  presets: ["strict"],
  options: {
    similarity: share({ default: 0.3, description: "Share of common runs of five words; estimated to 0.04." }),
    days: integer({ default: 30, minimum: 0, description: "Most days between the two." }),
    minWords: integer({ default: 120, minimum: 50, description: "Fewest words of a body to compare." }),
  },
  messages: {
    overlap:
      "This post and “{other}”, {days|day} apart, have about {percent} % of their text in common; keep it in one of the two.",
  },
  facts: { fingerprint, passages, prose },

  *check(corpus, { similarity, days, minWords }, facts) {
    const custom = customWords(corpus, facts);
    const bodies = bodiesOf(corpus, facts.fingerprint, minWords).map((body) => ({
      ...body,
      custom: custom.get(body.entry) ?? 0,
    }));
    // The notes on a release say a good part of what those on its last preview said.
    const series = new Series(bodies.map(({ entry }) => entry.path));
    for (const [a, b] of candidatePairs(bodies, bandRows)) {
      const [one, two] = [bodies[a], bodies[b]];
      if (one === undefined || two === undefined || one.locale !== two.locale) continue;
      if (ownSimilarity(one, two) < similarity || series.countBeyondPattern([a, b]) < 2) continue;
      const similar = sketchSimilarity(one, two);
      const apart = daysBetween(one, two);
      // More than that is `dup/near-body`.
      if (similar < similarity || similar >= nearSimilarity || apart === undefined || apart > days) continue;
      for (const [{ entry, digest }, { entry: other, digest: its }] of [
        [one, two],
        [two, one],
      ] as const) {
        const key = [digest, its].toSorted().join(" ");
        yield {
          message: "overlap",
          data: { percent: Math.round(similar * 100), other: nameOf(other), days: apart },
          at: placeOf(entry),
          key,
          group: key,
          related: [{ place: placeOf(other), message: "has the same passages" }],
        };
      }
    }
  },
});

/** Bands of two rows find 99 % of what is similar to 0.3. */
const bandRows = 2;

function daysBetween(a: Body, b: Body): number | undefined {
  const [one, two] = [dateIn(a.entry.published), dateIn(b.entry.published)];
  return one === undefined || two === undefined ? undefined : Math.abs(dayOf(one) - dayOf(two));
}
