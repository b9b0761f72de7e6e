import { defineRule } from "#rule-kit/define-rule";
import { plainRedirects, redirectPlace, targetPath } from "#text/redirect-graph";
import { pathKey, sourcePath } from "#text/redirect-rules";
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
      const page = site.pages.get(path) ?? site.pages.get(`${pathKey(path)}/`);
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
