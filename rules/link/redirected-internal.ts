import { links } from "#facts/markdown-links";
import { linkPlace, retarget, siteLinks } from "#facts/site-links";
import { defineRule } from "#rule-kit/define-rule";
import { excerpt } from "#text/wording";

export default defineRule({
  on: "corpus",
  summary: "Link to a page itself, not to an alias or a redirect that leads to it.",
  severity: "warn",
  presets: ["recommended", "strict", "seo"],
  facts: { links },
  messages: {
    alias: "{target} is an alias of {page}; link to the page itself.",
    several: "{target} is an alias of several pages, such as {page}; link to the one that is meant.",
    redirect: "{target} redirects to {page}; link to the page itself.",
    away: "{target} redirects to {page}, which is not a page of this site; link to what readers should see.",
  },

  *check(corpus, _options, facts) {
    for (const { entry, link, target } of siteLinks(corpus, facts.links)) {
      if (target.kind !== "alias" && target.kind !== "redirect") continue;
      const { canonical } = target;
      // What is served there may only be known to the built site: a feed, a list.
      const mayBeHere = target.url.startsWith("/") && corpus.site?.resolve(entry, target.url).kind === "unknown";
      const isAway = canonical === undefined && !mayBeHere;
      yield {
        message: target.isShared === true ? "several" : isAway ? "away" : target.kind,
        data: { target: excerpt(link.target), page: excerpt(canonical ?? target.url) },
        at: linkPlace(entry, link),
        key: link.target,
        ...retarget(link, canonical),
      };
    }
  },
});
