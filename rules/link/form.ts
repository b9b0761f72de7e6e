import { links } from "#facts/markdown-links";
import { linkPlace, retarget, siteLinks, type SiteLink } from "#facts/site-links";
import { defineRule } from "#rule-kit/define-rule";
import { learnConvention } from "#text/convention";
import { excerpt } from "#text/wording";

export default defineRule({
  on: "corpus",
  summary: "Write links as the site serves its pages.",
  severity: "warn",
  presets: ["recommended", "strict", "seo"],
  facts: { links },
  messages: {
    slash: "{target} is served at {page}; write it so and spare readers a redirect.",
    "index-file": "{target} is served at {page}; leave the file name out.",
    "source-file": "{target} is a source file, which the site does not serve; its page is {page}.",
    "file-name": "{target} is a file name and leads nowhere; the page has the URL {page}.",
    case: "{target} leads nowhere on hosts that tell capitals from small letters; the page is {page}.",
  },

  *check(corpus, _options, facts) {
    const all = siteLinks(corpus, facts.links).filter(({ link }) => link.kind !== "image");
    const isSlashless = learnConvention(all.flatMap(slashOf))?.value === "without";
    for (const { entry, link, target } of all) {
      const { form, canonical } = target;
      if (form === undefined || canonical === undefined || (form === "slash" && isSlashless)) continue;
      yield {
        message: form,
        data: { target: excerpt(link.target), page: excerpt(canonical) },
        at: linkPlace(entry, link),
        key: link.target,
        ...(target.kind === "missing" && { lacks: target.url }),
        ...retarget(link, canonical),
      };
    }
  },
});

/**
 * How a link to a page with a last slash is written. A site that leaves it out everywhere is served so by its host, of which
 * the source need not tell.
 */
function slashOf({ link, target }: SiteLink): readonly ("with" | "without")[] {
  if (target.kind !== "page" || !/[^/]\/$/.test(target.url)) return [];
  if (target.form === "slash") return ["without"];
  return target.form === undefined && /\/(?:[?#]|$)/.test(link.target) ? ["with"] : [];
}
