import { links, linksOf, type Link } from "#facts/markdown-links";
import { linkPlace } from "#facts/site-links";
import { defineRule } from "#rule-kit/define-rule";
import { list } from "#rule-kit/options";
import { quorum } from "#text/convention";
import { byKey } from "#text/groups";
import { fold } from "#text/terms";
import { versionCopies } from "#text/version-copy";
import { excerpt } from "#text/wording";

/** Texts that say nothing of what they lead to: those of Lighthouse and squirrelscan, and their like in four languages. */
const texts =
  "here|click here|click this|click|go here|see here|right here|this|this link|this page|this post|this article|link|more|read more|learn more|see more|more info|more information|start|hier|hier klicken|klicken sie hier|mehr|mehr lesen|weiterlesen|ici|cliquez ici|lire la suite|en savoir plus|aquí|haga clic aquí|leer más|más información";

export default defineRule({
  on: "corpus",
  summary: "Let the text of a link say what it leads to.",
  severity: "info",
  presets: ["recommended", "strict", "seo"],
  sources: [
    {
      title: "Lighthouse: links have descriptive text",
      url: "https://developer.chrome.com/docs/lighthouse/seo/link-text",
      read: "2026-11-22",
    },
  ],
  facts: { links },
  options: {
    texts: list({ default: texts.split("|"), description: "Texts that are too general, in small letters." }),
    allowed: list({ default: [], description: "Texts to leave alone, in small letters." }),
  },
  messages: {
    generic: "The link text “{text}” does not say what it leads to; name the target.",
    copied:
      "The link text “{text}” does not say what it leads to, and {posts} posts have this link, this one among them; name the target.",
  },

  *check(corpus, options, facts) {
    const generic = new Set(options.texts.map(fold));
    for (const text of options.allowed) generic.delete(fold(text));
    const all = corpus.entries.flatMap((entry) =>
      genericIn(linksOf(facts.links(entry)), generic).map((one) => ({ entry, ...one })),
    );
    const isCopy = versionCopies(corpus);
    for (const [key, uses] of byKey(all, (one) => one.key)) {
      const newest = uses.filter(({ entry }) => !isCopy(entry));
      const [first, ...others] = newest;
      const posts = new Set(newest.map(({ entry }) => entry)).size;
      // A paragraph that many posts have was written once.
      if (first !== undefined && posts >= quorum.members) {
        const further = others.map(({ entry, link }) => linkPlace(entry, link));
        const data = { text: excerpt(first.link.text ?? ""), posts };
        yield { message: "copied", data, at: linkPlace(first.entry, first.link), key, others: further };
        continue;
      }
      for (const { entry, link } of uses)
        yield { message: "generic", data: { text: excerpt(link.text ?? "") }, at: linkPlace(entry, link), key };
    }
  },
});

interface GenericLink {
  readonly link: Link;
  /** Its text and where it leads. */
  readonly key: string;
}

function genericIn(all: readonly Link[], generic: ReadonlySet<string>): GenericLink[] {
  return all.flatMap((link) => {
    // A link within the page goes on with the sentence that it is in.
    if (link.kind === "image" || link.text === null || link.target.startsWith("#")) return [];
    const text = fold(link.text.replace(/[\s.…:!»>→←-]+$/u, "").replace(/^[«<→\s]+/u, ""));
    return generic.has(text) ? [{ link, key: `${text} ${link.target}` }] : [];
  });
}
