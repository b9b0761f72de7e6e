import { bodiesOf } from "#facts/copied-bodies";
import { fingerprint } from "#facts/fingerprint";
import { placeOf } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { integer } from "#rule-kit/options";
import { groupsBy, othersOf } from "#text/groups";
import { nameOf } from "#text/post-name";
import { issueOf } from "#text/series";
import { isStandardText } from "#text/standard-text";

export default defineRule({
  on: "corpus",
  summary: "Publish each body once.",
  severity: "error",
  presets: ["recommended", "strict", "seo"],
  sources: [{ title: "squirrelscan: equal main text from 100 words on", read: "2026-11-22" }],
  options: {
    minWords: integer({ default: 100, minimum: 1, description: "Fewest words of a body to compare." }),
  },
  messages: {
    copied: "The body is that of “{other}” word for word; keep one of the two and redirect the other.",
    several:
      "The body is that of {count} other posts word for word, such as “{other}”; keep one and redirect the others.",
  },
  facts: { fingerprint },

  *check(corpus, { minWords }, facts) {
    const bodies = bodiesOf(corpus, facts.fingerprint, minWords).filter(({ entry }) => !isStandardText(entry.path));
    for (const group of groupsBy(bodies, ({ digest, locale }) => `${locale} ${digest}`).values()) {
      // The same page in each year or language is meant to be there.
      if (new Set(group.map(({ entry }) => issueOf(entry.path))).size < 2) continue;
      for (const [index, { entry, digest }] of group.entries()) {
        const others = othersOf(group, index);
        const other = nameOf(others[0]?.entry ?? entry);
        const shared = {
          at: placeOf(entry),
          key: digest,
          group: digest,
          related: others.map((one) => ({ place: placeOf(one.entry), message: "has the same body" })),
        };
        if (group.length === 2) yield { message: "copied", data: { other }, ...shared };
        else yield { message: "several", data: { other, count: group.length - 1 }, ...shared };
      }
    }
  },
});
