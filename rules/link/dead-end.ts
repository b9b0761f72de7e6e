import { links } from "#facts/markdown-links";
import { wordCounts } from "#facts/markdown-word-counts";
import { siteLinks } from "#facts/site-links";
import { placeOf } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { integer } from "#rule-kit/options";

export default defineRule({
  on: "corpus",
  summary: "Link from each post to another page of the site.",
  severity: "info",
  presets: ["recommended", "strict", "seo"],
  sources: [{ title: "Yoast SEO 3.6: at least one internal link; squirrelscan: one to 800 words", read: "2026-11-22" }],
  facts: { links, wordCounts },
  options: {
    words: integer({ default: 300, minimum: 0, description: "Posts with fewer words are left alone." }),
  },
  messages: {
    none: "{words|word} and no link to another page of this site; say where to read on.",
  },

  *check(corpus, options, facts) {
    const { site, entries } = corpus;
    if (site === undefined) return;
    const open = new Set(
      siteLinks(corpus, facts.links).flatMap(({ entry, target, link }) =>
        link.kind === "image" || ["external", "self", "static"].includes(target.kind) ? [] : [entry.path],
      ),
    );
    for (const entry of entries) {
      const isPage = entry.edition === "source" && site.urlOf(entry) !== undefined && entry.published !== undefined;
      if (!isPage || open.has(entry.path) || /(?:^|\/)_index\.\w+$/.test(entry.path)) continue;
      const words = facts.wordCounts(entry)?.words ?? 0;
      if (words >= options.words) yield { message: "none", data: { words }, at: placeOf(entry), key: "dead-end" };
    }
  },
});
