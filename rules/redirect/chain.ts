import type { RedirectRule, SitePages } from "#model/site";
import { defineRule } from "#rule-kit/define-rule";
import { redirectChains, targetPath } from "#text/redirect-graph";
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
    for (const { chain, site, data, at, key } of redirectChains(corpus)) {
      const last = chain.at(-1);
      // Circles belong to `redirect/loop`.
      if (last === undefined || new Set(chain).size < chain.length) continue;
      const page = pageBehindAlias(last, site);
      if (chain.length < 2 && page === undefined) continue;
      const hops = chain.length + (page === undefined ? 0 : 1);
      yield { message: "chain", data: { ...data, last: excerpt(page ?? last.target.value), hops }, at, key };
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
