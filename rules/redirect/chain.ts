import type { RedirectRule, SitePages } from "#model/site";
import { defineRule } from "#rule-kit/define-rule";
import { bySource, chainFrom, plainRedirects, redirectPlace, targetPath } from "#text/redirect-graph";
import { pathKey, sourcePath } from "#text/redirect-rules";
import { excerpt } from "#text/wording";

export default defineRule({
  on: "corpus",
  summary: "Let each redirect lead straight to its page.",
  severity: "warn",
  presets: ["recommended", "strict", "seo"],
  messages: {
    chain: "{source} gets to {last} in {hops} steps, by {target}; let it lead there at once.",
  },

  *check(corpus) {
    const { site } = corpus;
    if (site === undefined) return;
    const rules = plainRedirects(corpus);
    const sources = bySource(rules);
    for (const rule of rules) {
      const chain = chainFrom(rule, sources, site);
      const last = chain.at(-1);
      // Circles belong to `redirect/loop`.
      if (last === undefined || new Set(chain).size < chain.length) continue;
      const page = pageBehindAlias(last, site);
      if (chain.length < 2 && page === undefined) continue;
      const value = page ?? last.target.value;
      yield {
        message: "chain",
        data: {
          source: excerpt(rule.source.value),
          target: excerpt(rule.target.value),
          last: excerpt(value),
          hops: chain.length + (page === undefined ? 0 : 1),
        },
        at: redirectPlace(rule, "target"),
        key: pathKey(sourcePath(rule)),
      };
    }
  },
});

/** The page that an alias at the end of a chain leads to; undefined where the end is no alias. */
function pageBehindAlias(rule: RedirectRule, site: SitePages): string | undefined {
  const path = targetPath(rule, site);
  const page = path === undefined ? undefined : site.lookUp(path);
  if (page?.kind !== "alias" || page.entry === undefined) return undefined;
  return site.urlOf(page.entry);
}
