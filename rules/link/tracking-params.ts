import { links } from "#facts/markdown-links";
import { linkPlace, retarget, siteLinks } from "#facts/site-links";
import { defineRule } from "#rule-kit/define-rule";
import { excerpt } from "#text/wording";
import { withoutTracking } from "#text/tracking";

export default defineRule({
  on: "corpus",
  summary: "Keep campaign parameters out of links within the site.",
  severity: "warn",
  presets: ["recommended", "strict", "seo"],
  facts: { links },
  messages: {
    tracking: "{target} has parameters of a campaign; within the site they start a visit anew. Drop them.",
  },

  *check(corpus, _options, facts) {
    for (const { entry, link, target } of siteLinks(corpus, facts.links)) {
      const plain = withoutTracking(link.target);
      if (target.kind === "external" || target.kind === "unknown" || plain === link.target) continue;
      yield {
        message: "tracking",
        data: { target: excerpt(link.target) },
        at: linkPlace(entry, link),
        key: link.target,
        ...retarget(link, plain),
      };
    }
  },
});
