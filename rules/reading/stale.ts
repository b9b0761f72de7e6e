import { wordCounts, type WordCounts } from "#facts/markdown-word-counts";
import { fieldPlace } from "#model/problem";
import type { SiteModel } from "#model/site";
import { defineRule } from "#rule-kit/define-rule";
import { modelMinutes } from "#text/reading-models";

export default defineRule({
  on: "corpus",
  summary: "Bring a stored reading time up to date when the post changes.",
  severity: "warn",
  presets: ["recommended", "strict"],
  messages: {
    stale: "Reading time is {minutes} min, but the post has {words|word} by now, {expected} min at {speed} a minute.",
  },
  facts: { wordCounts },

  *check({ entries, site }, _options, { wordCounts: countsOf }) {
    const formula = site?.model.readingTime;
    if (formula === undefined) return;
    for (const entry of entries) {
      const counts = countsOf(entry);
      const minutes = entry.readingTime?.value;
      if (entry.readingTime === undefined || minutes === undefined || counts === null) continue;
      const words = wordsFor(counts, formula);
      const expected = modelMinutes({ words, cjk: 0 }, formula);
      // Characters are counted in other ways, which `reading/cjk-miscount` knows.
      if (counts.cjk > 0 || !isOff(minutes, expected)) continue;
      const { span } = entry.readingTime;
      // The minutes may stand in a text such as "4 min read".
      const isNumber = span.end - span.start === String(minutes).length;
      const edits = [{ span, text: String(expected) }];
      yield {
        message: "stale",
        data: { minutes, words, expected, speed: formula.wordsPerMinute },
        at: fieldPlace(entry, "readingTime"),
        key: "minutes",
        ...(isNumber && { fix: { safety: "safe", description: `Write ${expected}.`, edits } }),
      };
    }
  },
});

const wordsFor = (
  { words, inlineCodeWords, codeWords }: WordCounts,
  { countsCode }: NonNullable<SiteModel["readingTime"]>,
) => words + inlineCodeWords + (countsCode ? codeWords : 0);

/** A minute more or less, or a fifth, is a matter of what is counted: shortcodes, captions, footnotes. */
const isOff = (minutes: number, expected: number) => Math.abs(minutes - expected) > Math.max(1, expected / 5);
