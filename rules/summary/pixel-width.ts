import { frontMatterKeys, keysOf } from "#facts/front-matter-keys";
import { partPlace } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { integer } from "#rule-kit/options";
import { countGraphemes } from "#text/graphemes";
import { cutToWidth, pixelWidth } from "#text/pixel-width";
import { hasExcerpt, longestDescription } from "#text/summary-kind";

export default defineRule({
  on: "entry",
  summary: "Keep a description within the two lines that a search result shows.",
  severity: "info",
  presets: ["strict", "seo"],
  sources: [
    {
      title: "Preview tools for search results: 920 px on a desktop, in Arial at 14 px (at second hand)",
      read: "2026-11-22",
    },
    {
      title: "Google: a snippet is truncated to fit the width of the device; there is no fixed limit",
      url: "https://developers.google.com/search/docs/appearance/snippet",
      read: "2026-11-22",
    },
  ],
  options: {
    max: integer({ default: 920, minimum: 1, description: "Widest description in px, in Arial at 14 px." }),
  },
  messages: {
    cut: "Description is {px} px wide; a search result shows about {max} px, up to “{shown}”.",
  },
  facts: { frontMatterKeys },

  *check(entry, { max }, facts) {
    const { summary } = entry;
    const text = summary?.value.trimEnd() ?? "";
    // A text that is too long by its characters belongs to `summary/length`, and so does an excerpt.
    if (summary === undefined || countGraphemes(text.trim()) > longestDescription) return;
    if (hasExcerpt(entry, keysOf(facts.frontMatterKeys))) return;
    const cut = cutToWidth(text, max / scale);
    if (cut === undefined) return;
    yield {
      message: "cut",
      data: { px: Math.round(pixelWidth(text) * scale), max, shown: `… ${lastWords(cut.kept)}` },
      at: partPlace(entry, "summary", summary, cut.kept.length, text.length),
      key: "width",
    };
  },
});

/** Search results show descriptions at 14 px; the table of widths is for titles, at 20 px. */
const scale = 14 / 20;

const lastWords = (text: string) => text.trim().split(/\s+/u).slice(-4).join(" ");
