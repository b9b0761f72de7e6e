import { links } from "#facts/markdown-links";
import { wordCounts } from "#facts/markdown-word-counts";
import { Folders } from "#facts/posts-by-source";
import { siteLinks } from "#facts/site-links";
import type { Entry } from "#model/entry";
import { placeOf } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { integer } from "#rule-kit/options";
import { lengthInWords } from "#text/words";

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
    const long = entries.flatMap((entry) => {
      const isPage = entry.edition === "source" && site.urlOf(entry) !== undefined && entry.published !== undefined;
      const counts = isPage && !isList(entry) ? facts.wordCounts(entry) : null;
      const words = counts === null ? 0 : lengthInWords(counts);
      return words > 0 && words >= options.words ? [{ entry, words, isOpen: open.has(entry.path) }] : [];
    });
    // Where most posts of a folder lead nowhere, the page around them does: that of an archive, of news from elsewhere.
    const folders = new Folders(long.map(({ entry }) => entry.path));
    const closed = [...long.keys()].filter((index) => long[index]?.isOpen === false);
    for (const { entry, words } of folders.beyondCustom(closed).flatMap((index) => long[index] ?? [])) {
      yield { message: "none", data: { words }, at: placeOf(entry), key: "dead-end" };
    }
  },
});

const isList = ({ path }: Entry) => /(?:^|\/)_index\.\w+$/.test(path);
