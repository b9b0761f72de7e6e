import { links } from "#facts/markdown-links";
import { linkPlace, siteLinks } from "#facts/site-links";
import { defineRule } from "#rule-kit/define-rule";
import { excerpt } from "#text/wording";

export default defineRule({
  on: "corpus",
  summary: "Do not link from a published page to one that the build leaves out.",
  severity: "error",
  presets: ["recommended", "strict", "seo"],
  facts: { links },
  messages: {
    draft: "{target} is a draft and will not be there; publish it first, or drop the link.",
    hidden: "{target} is left out of the build by its date; publish it first, or drop the link.",
  },

  *check(corpus, _options, facts) {
    for (const { entry, link, target } of siteLinks(corpus, facts.links)) {
      if (target.kind !== "unpublished" || corpus.site?.isUnpublished(entry) !== false) continue;
      yield {
        message: target.entry?.draft?.value === true ? "draft" : "hidden",
        data: { target: excerpt(link.target) },
        at: linkPlace(entry, link),
        key: link.target,
        lacks: target.url,
      };
    }
  },
});
