import { links } from "#facts/markdown-links";
import { linkPlace, siteLinks } from "#facts/site-links";
import type { Corpus } from "#model/corpus";
import type { Entry } from "#model/entry";
import { fieldPlace } from "#model/problem";
import type { LinkTarget } from "#model/site";
import { defineRule } from "#rule-kit/define-rule";
import { excerpt } from "#text/wording";

export default defineRule({
  on: "corpus",
  summary: "Show only pictures that the site has.",
  severity: "error",
  presets: ["recommended", "strict", "seo"],
  facts: { links },
  messages: {
    missing: "There is no file for the picture {target}; add it, or correct the path.",
    field: "There is no file for the post's picture {target}; add it, or correct the path.",
  },

  *check(corpus, _options, facts) {
    for (const { entry, link, target } of siteLinks(corpus, facts.links)) {
      if (link.kind !== "image" || !isMissing(target)) continue;
      yield {
        message: "missing",
        data: { target: excerpt(link.target) },
        at: linkPlace(entry, link),
        key: link.target,
      };
    }
    for (const entry of corpus.entries) {
      const target = entry.edition === "source" ? (entry.image?.value ?? "") : "";
      if (!lacksPicture(corpus, entry, target)) continue;
      yield { message: "field", data: { target: excerpt(target) }, at: fieldPlace(entry, "image"), key: target };
    }
  },
});

/** Whether there is no file for the picture of a post, neither from its own folder nor from that of the lists that show it. */
function lacksPicture({ site }: Corpus, entry: Entry, target: string): boolean {
  // Themes look for a bare name in places of their own.
  if (!/^(?:https?:)?\/|^\.\.?\//.test(target)) return false;
  return [target, target.replace(/^(?:\.\.?\/)+/, "/")].every((path) => isMissing(site?.resolve(entry, path)));
}

/** An address with its host may be served by something else there: `link/absolute-self` asks to look at it. */
const isMissing = (target: LinkTarget | undefined) => target?.kind === "missing" && target.absolute !== true;
