import { defineRule } from "#rule-kit/define-rule";
import { isPattern } from "#text/redirect-rules";
import { plainRedirects, redirectPlace, targetPath } from "#text/redirect-graph";
import { excerpt } from "#text/wording";

export default defineRule({
  on: "corpus",
  summary: "Redirect only to pages that the site has.",
  severity: "error",
  presets: ["recommended", "strict", "seo"],
  messages: {
    missing: "{source} redirects to {target}, which is no page or file of this site; correct the target.",
  },

  *check(corpus) {
    const { site, entries } = corpus;
    const from = entries.find(({ edition }) => edition === "source");
    if (site === undefined || from === undefined) return;
    for (const rule of plainRedirects(corpus)) {
      const target = targetPath(rule, site);
      // Functions of the host answer below `/.netlify/` and the like.
      if (target === undefined || isPattern(target) || target.startsWith("/.")) continue;
      // With its host a target may be served by something else there.
      if (!rule.target.value.startsWith("/") || site.resolve(from, target).kind !== "missing") continue;
      yield {
        message: "missing",
        data: { source: excerpt(rule.source.value), target: excerpt(rule.target.value) },
        at: redirectPlace(rule, "target"),
        key: `${rule.source.value} ${target}`,
        lacks: target,
      };
    }
  },
});
