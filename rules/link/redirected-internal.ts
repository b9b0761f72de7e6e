import { links } from "#facts/markdown-links";
import { linkPlace, retarget, siteLinks, type SiteLink } from "#facts/site-links";
import { defineRule } from "#rule-kit/define-rule";
import { byKey } from "#text/groups";
import { pathIn } from "#text/urls";
import { excerpt } from "#text/wording";

export default defineRule({
  on: "corpus",
  summary: "Link to a page itself, not to an alias or a redirect that leads to it.",
  severity: "warn",
  presets: ["recommended", "strict", "seo"],
  facts: { links },
  messages: {
    alias: "{target} is an alias of {page}; link to the page itself.",
    several: "{target} is an alias of several pages, such as {page}; link to the one that is meant.",
    redirect: "{target} redirects to {page}; link to the page itself.",
    away: "{target} redirects to {page}, which is not a page of this site; link to what readers should see.",
  },

  *check(corpus, _options, facts) {
    const detours = siteLinks(corpus, facts.links).filter(isDetour);
    const shortLinks = shortLinksOf(detours);
    for (const { entry, link, target } of detours) {
      const { canonical } = target;
      // The address of a folder, which leads to the first page in it: where that is may change.
      if (pathOf(canonical ?? target.url).startsWith(`${pathOf(link.target)}/`)) continue;
      // What is served there may only be known to the built site: a feed, a list.
      const mayBeHere = target.url.startsWith("/") && corpus.site?.resolve(entry, target.url).kind === "unknown";
      const isAway = canonical === undefined && !mayBeHere;
      if (isAway && shortLinks.has(pathOf(link.target))) continue;
      yield {
        message: target.isShared === true ? "several" : isAway ? "away" : target.kind,
        data: { target: excerpt(link.target), page: excerpt(canonical ?? target.url) },
        at: linkPlace(entry, link),
        key: link.target,
        ...retarget(link, canonical),
      };
    }
  },
});

type Detour = SiteLink & { readonly target: { readonly kind: "alias" | "redirect" } };

const isDetour = (link: SiteLink): link is Detour => link.target.kind === "alias" || link.target.kind === "redirect";

/** Where more documents than these link to it, an address that leads to another host is a short link that is meant to be used. */
const mostDocuments = 2;

/** Paths that more documents link to than those that name an old address by mistake. */
const shortLinksOf = (detours: readonly SiteLink[]): ReadonlySet<string> =>
  new Set(
    Array.from(byKey(detours, ({ link }) => pathOf(link.target)))
      .filter(([, group]) => new Set(group.map(({ entry }) => entry.path)).size > mostDocuments)
      .map(([path]) => path),
  );

/** The path of an address, without its last slash. */
const pathOf = (address: string) => pathIn(address).replace(/\/$/, "");
