import { frontMatterKeys, keysOf } from "#facts/front-matter-keys";
import { fieldPlace, partPlace } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { integer, range } from "#rule-kit/options";
import { countGraphemes, firstGraphemes } from "#text/graphemes";
import { hasExcerpt } from "#text/summary-kind";
import { isUndatedPage } from "#text/undated-page";
import { countWords, isCjk } from "#text/words";

export default defineRule({
  on: "entry",
  summary: "Keep a post's description within the length that search results show.",
  severity: "warn",
  presets: ["recommended", "strict", "seo"],
  sources: [
    { title: "squirrelscan: 120 to 160 characters; astro-post-audit 0.7: at most 160", read: "2026-11-22" },
    {
      title: "Yoast SEO 3.6: at most 156 characters",
      url: "https://github.com/Yoast/wordpress-seo",
      read: "2026-11-22",
    },
    {
      title: "Google: a snippet has no fixed length",
      url: "https://developers.google.com/search/docs/appearance/snippet",
      read: "2026-11-22",
    },
  ],
  options: {
    characters: range({ default: { min: 70, max: 160 }, description: "Length of a description." }),
    cjk: range({
      default: { min: 35, max: 80 },
      description: "Length of a description in Chinese, Japanese or Korean.",
    }),
    excerptWords: integer({
      default: 150,
      minimum: 1,
      description: "Most words of an excerpt, as a list page shows it.",
    }),
  },
  messages: {
    short: "Summary has {length|character}; write at least {min}.",
    long: "Summary has {length|character}; keep it to {max}.",
    wordy: "Excerpt has {length|word}; keep it to {max}.",
  },
  facts: { frontMatterKeys },

  *check(entry, { characters, cjk, excerptWords }, facts) {
    const { summary } = entry;
    const text = summary?.value.trim() ?? "";
    // An entry without a summary belongs to `summary/missing`.
    if (summary === undefined || text === "") return;
    const at = fieldPlace(entry, "summary");

    if (hasExcerpt(entry, keysOf(facts.frontMatterKeys))) {
      const words = countWords(text);
      if (words > excerptWords) {
        yield { message: "wordy", data: { length: words, max: excerptWords }, at, key: "length" };
      }
      return;
    }
    const { min, max } = isCjk(text) ? cjk : characters;
    const length = countGraphemes(text);
    if (length < min && !isUndatedPage(entry)) yield { message: "short", data: { length, min }, at, key: "length" };
    if (length > max) {
      const from = summary.value.indexOf(text) + firstGraphemes(text, max).length;
      const rest = partPlace(entry, "summary", summary, from, summary.value.trimEnd().length);
      yield { message: "long", data: { length, max }, at: rest, key: "length" };
    }
  },
});
