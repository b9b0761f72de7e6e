import { frontMatterKeys, isOfArticle, type KeyRow } from "#facts/front-matter-keys";
import { partPlace } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { range } from "#rule-kit/options";
import { cutToWidth, pixelWidth } from "#text/pixel-width";

export default defineRule({
  on: "entry",
  summary: "Keep a title within the width that a search result shows.",
  severity: "warn",
  presets: ["recommended", "strict", "seo"],
  sources: [
    { title: "Yoast SEO 3.6.0: titles of 400 to 600 px, measured in Arial 20 px", read: "2026-11-22" },
    {
      title: "Google: a title link is truncated to fit the width of the device; there is no fixed limit",
      url: "https://developers.google.com/search/docs/appearance/title-link",
      read: "2026-11-22",
    },
  ],
  options: {
    px: range({
      default: { min: 0, max: 600 },
      description: "Width of a title in px, in Arial at 20 px. A minimum of 0 allows any short title.",
    }),
  },
  messages: {
    cut: "Title is {px} px wide; a search result shows {max} px and cuts it: “{shown}”",
    short: "Title is {px} px wide; write at least {min} px.",
  },

  facts: { frontMatterKeys },

  *check(entry, { px: { min, max } }, facts, { site }) {
    const { title } = entry;
    const text = title?.value.trimEnd() ?? "";
    // An entry without a title belongs to `index/required-fields`, and broken front matter to `parse/front-matter`.
    if (title === undefined || text === "" || entry.incomplete === true) return;

    const { own, whole } = withSuffix(text, site.titleSuffix ?? "");
    const limit = limitFor(facts.frontMatterKeys, max);
    const cut = cutOf(whole, limit);
    // A cut that takes only the site's name away loses nothing of the post's title.
    if (cut !== undefined && cut.kept.length < own.length) {
      const lost = cut.kept.length + (/^\s*/u.exec(own.slice(cut.kept.length))?.[0].length ?? 0);
      // Rounded up: what is cut is wider than the limit, if only by a fraction.
      const data = { px: Math.ceil(pixelWidth(whole)), max, shown: cut.shown };
      yield { message: "cut", data, at: partPlace(entry, "title", title, lost, own.length), key: "width" };
    }
    const px = Math.round(pixelWidth(own));
    if (px < min) {
      yield { message: "short", data: { px, min }, at: partPlace(entry, "title", title, 0, own.length), key: "width" };
    }
  },
});

/** A title as a search result shows it: what a template prints is HTML, and tags take no room. */
const withoutTags = (title: string) => title.replace(/<\/?[a-z](?:[^<>"]|"[^"<>]*")*>/gi, "");

/** Where a title is cut: at the width that it has with its tags, once it is too wide without them. */
const cutOf = (title: string, limit: number) =>
  cutToWidth(withoutTags(title), limit) === undefined ? undefined : cutToWidth(title, limit);

/** A post that speaks of an article elsewhere has its title, however wide. */
const limitFor = (rows: readonly KeyRow[], max: number) => (isOfArticle(rows) ? Infinity : max);

/** The post's own part of a title, and the title as the page has it: the theme's suffix is not added twice. */
const withSuffix = (text: string, suffix: string) =>
  suffix !== "" && text.endsWith(suffix)
    ? { own: text.slice(0, -suffix.length).trimEnd(), whole: text }
    : { own: text, whole: text + suffix };
