import type { RedirectRule, SitePage, SitePages } from "#model/site";
import { defineRule } from "#rule-kit/define-rule";
import { plainRedirects, redirectPlace, targetPath } from "#text/redirect-graph";
import { pathKey, sourcePath } from "#text/redirect-rules";
import { pathIn } from "#text/urls";
import { excerpt } from "#text/wording";

export default defineRule({
  on: "corpus",
  summary: "Do not redirect a path at which there is a page.",
  severity: "warn",
  presets: ["recommended", "strict"],
  messages: {
    document: "{source} is the page of {file}; some hosts then serve the page and some the redirect. Keep one of them.",
    page: "{source} is a page of this site; some hosts then serve the page and some the redirect. Keep one of them.",
  },

  *check(corpus) {
    const { site } = corpus;
    if (site === undefined) return;
    for (const rule of plainRedirects(corpus)) {
      const path = sourcePath(rule);
      const page = pageAt(rule, site);
      const target = targetPath(rule, site);
      if (page === undefined || page.kind === "alias" || page.kind === "redirect") continue;
      if (target !== undefined && pathKey(target) === pathKey(path)) continue;
      yield {
        message: page.entry === undefined ? "page" : "document",
        data: { source: excerpt(rule.source.value), file: page.entry?.path ?? "" },
        at: redirectPlace(rule, "source"),
        key: pathKey(path),
      };
    }
  },
});

function pageAt(rule: RedirectRule, site: SitePages): SitePage | undefined {
  const path = placeOf(rule, site);
  return path === undefined ? undefined : (site.pages.get(path) ?? site.pages.get(`${pathKey(path)}/`));
}

/** The path of a source on the site: hosts write it with the base path. Undefined where it is beside the site. */
function placeOf(rule: RedirectRule, { model }: SitePages): string | undefined {
  const path = sourcePath(rule);
  const base = pathIn(model.baseUrl ?? "").replace(/\/$/, "");
  if (base === "" || !/(?:^|\/)(?:_redirects|netlify\.toml|vercel\.json)$/.test(rule.path)) return path;
  return path === base ? "/" : path.startsWith(`${base}/`) ? path.slice(base.length) : undefined;
}
