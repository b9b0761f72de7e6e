import { links, type Link } from "#facts/markdown-links";
import { linkPlace, retarget, siteLinks, type SiteLink } from "#facts/site-links";
import { defineRule } from "#rule-kit/define-rule";
import { boolean } from "#rule-kit/options";
import { learnConvention, quorum } from "#text/convention";
import { excerpt } from "#text/wording";

export default defineRule({
  on: "corpus",
  summary: "Link within the site by path.",
  severity: "info",
  presets: ["recommended", "strict"],
  facts: { links },
  options: {
    each: boolean({
      default: false,
      description: "Reports each link with the host, also where most links within the site have it.",
    }),
  },
  messages: {
    absolute: "{target} is on this site; write {path}, which also holds in previews.",
    habit:
      "{count} of {total} links within the site have its host, this one first; write paths, which also hold in previews.",
    unknown:
      "{target} has the host of this site, whose source has no page or file for it; check that it is still there.",
  },

  *check(corpus, { each }, facts) {
    const all = siteLinks(corpus, facts.links);
    const ways = all.flatMap(wayOf);
    const habit = each ? undefined : learnConvention(ways, { ...quorum, share: majority });
    let isTold = false;
    for (const site of all) {
      const { entry, link, target } = site;
      if (!hasHost(site)) continue;
      const shared = { at: linkPlace(entry, link), key: link.target };
      if (target.kind === "missing" && target.form === undefined) {
        yield { message: "unknown", data: { target: excerpt(link.target) }, ...shared };
        continue;
      }
      if (habit?.value === "host") {
        if (!isTold) yield { message: "habit", data: { count: habit.agreeing, total: habit.total }, ...shared };
        isTold = true;
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

/** Share of the links within a site from which on a way to write them is what its authors do. */
const majority = 0.5;

/** Whether a link names the host of the site, for whatever is there. */
function hasHost({ link, target }: SiteLink): boolean {
  // An address that is shown as such is meant to be read.
  const isAddress = link.form === "bare" || link.form === "literal" || isShown(link);
  if (target.absolute !== true || isAddress) return false;
  // Under one host there may be more than what this source makes.
  return target.kind !== "unknown";
}

/** Whether the text of a link is its address, or the start of it from the host on. */
function isShown({ text, target }: Link): boolean {
  const written = (text ?? "").toLowerCase();
  const named = target.toLowerCase().replace(/^(?:https?:)?\/\/(?:www\.)?/, "");
  return /^(?:https?:|www\.)/.test(written) || (written.includes(".") && named.startsWith(written));
}

/** How a link to a page of the site is written. */
function wayOf(one: SiteLink): readonly ("host" | "path")[] {
  if (hasHost(one)) return ["host"];
  const isPage = ["page", "alias", "redirect"].includes(one.target.kind) && one.target.absolute !== true;
  return isPage && one.link.kind !== "image" ? ["path"] : [];
}
