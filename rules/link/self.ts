import { links } from "#facts/markdown-links";
import { linkPlace, siteLinks } from "#facts/site-links";
import { defineRule } from "#rule-kit/define-rule";
import { excerpt } from "#text/wording";

export default defineRule({
  on: "corpus",
  summary: "Do not link from a page to itself.",
  severity: "info",
  presets: ["strict"],
  facts: { links },
  messages: {
    self: "{target} is the page that this link is on; link to a section of it, or drop the link.",
  },

  *check(corpus, _options, facts) {
    for (const { entry, link, target } of siteLinks(corpus, facts.links)) {
      const isOwn = target.entry?.path === entry.path && target.kind !== "self" && target.kind !== "missing";
      if (!isOwn || (target.fragment ?? "") !== "" || link.kind === "image") continue;
      // An address that is its own text is there to be read, as in terms of use.
      if (link.form === "bare" || link.form === "literal") continue;
      yield { message: "self", data: { target: excerpt(link.target) }, at: linkPlace(entry, link), key: link.target };
    }
  },
});
