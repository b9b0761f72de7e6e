import { links } from "#facts/markdown-links";
import { linkPlace, retarget, siteLinks } from "#facts/site-links";
import { defineRule } from "#rule-kit/define-rule";
import { excerpt } from "#text/wording";

export default defineRule({
  on: "corpus",
  summary: "Link within the site by path.",
  severity: "info",
  presets: ["recommended", "strict"],
  facts: { links },
  messages: {
    absolute: "{target} is on this site; write {path}, which also holds in previews.",
    unknown:
      "{target} has the host of this site, whose source has no page or file for it; check that it is still there.",
  },

  *check(corpus, _options, facts) {
    for (const { entry, link, target } of siteLinks(corpus, facts.links)) {
      // An address that is shown as such is meant to be read.
      const isAddress = link.form === "bare" || link.form === "literal";
      if (target.absolute !== true || isAddress || /^(?:https?:|www\.)/i.test(link.text ?? "")) continue;
      // Under one host there may be more than what this source makes.
      if (target.kind === "unknown") continue;
      const shared = { at: linkPlace(entry, link), key: link.target };
      if (target.kind === "missing" && target.form === undefined) {
        yield { message: "unknown", data: { target: excerpt(link.target) }, ...shared };
        continue;
      }
      // Without its slash, what stands behind the host is a part of the page that the link is on.
      const path = link.target.replace(/^(?:https?:)?\/\/[^/?#]*\/*/i, "/");
      yield {
        message: "absolute",
        data: { target: excerpt(link.target), path: excerpt(path) },
        ...shared,
        ...retarget(link, path),
      };
    }
  },
});
