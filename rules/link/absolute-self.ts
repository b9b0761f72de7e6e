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
      "{count} of {total} links within the site have its host, this one among them; write paths, which also hold in previews.",
    unknown:
      "{target} has the host of this site, whose source has no page or file for it; check that it is still there.",
  },

  *check(corpus, { each }, facts) {
    const all = siteLinks(corpus, facts.links);
    const ways = all.flatMap(wayOf);
    const habit = each ? undefined : learnConvention(ways, { ...quorum, share: majority });
    const found = all.filter(hasHost);
    for (const { entry, link } of found.filter(isGone)) {
      yield {
        message: "unknown",
        data: { target: excerpt(link.target) },
        at: linkPlace(entry, link),
        key: link.target,
      };
    }
    const there = found.filter((one) => !isGone(one));
    const [at, ...others] = there.map(({ entry, link }) => linkPlace(entry, link));
    if (habit?.value === "host" && at !== undefined) {
      yield { message: "habit", data: { count: habit.agreeing, total: habit.total }, at, key: "habit", others };
      return;
    }
    for (const { entry, link } of there) {
      // Without its slash, what stands behind the host is a part of the page that the link is on.
      const path = link.target.replace(/^(?:https?:)?\/\/[^/?#]*\/*/i, "/");
      const data = { target: excerpt(link.target), path: excerpt(path) };
      yield { message: "absolute", data, at: linkPlace(entry, link), key: link.target, ...retarget(link, path) };
    }
  },
});

/** Share of the links within a site from which on a way to write them is what its authors do. */
const majority = 0.5;

/** Whether the source has no page or file for a link. */
const isGone = ({ target }: SiteLink) => target.kind === "missing" && target.form === undefined;

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
