import { links } from "#facts/markdown-links";
import { wordCounts } from "#facts/markdown-word-counts";
import { Folders } from "#facts/posts-by-source";
import { siteLinks, type SiteLink } from "#facts/site-links";
import type { Entry } from "#model/entry";
import { placeOf } from "#model/problem";
import type { SitePages } from "#model/site";
import { defineRule } from "#rule-kit/define-rule";
import { integer } from "#rule-kit/options";
import { lengthInWords } from "#text/words";

export default defineRule({
  on: "corpus",
  summary: "Link from each post to another page of the site.",
  severity: "info",
  presets: ["recommended", "strict", "seo"],
  sources: [{ title: "Yoast SEO 3.6: at least one internal link; squirrelscan: one to 800 words", read: "2026-11-22" }],
  facts: { links, wordCounts },
  options: {
    words: integer({ default: 300, minimum: 0, description: "Posts with fewer words are left alone." }),
  },
  messages: {
    none: "{words|word} and no link to another page of this site; say where to read on.",
  },

  *check(corpus, options, facts) {
    const { site, entries } = corpus;
    if (site === undefined) return;
    const all = Array.from(siteLinks(corpus, facts.links));
    const ownHosts = guessedHosts(site, entries, all);
    const open = new Set(all.flatMap((one) => (leadsOn(one, ownHosts) ? one.entry.path : [])));
    const long = entries.flatMap((entry) => {
      const isPage = entry.edition === "source" && site.urlOf(entry) !== undefined && entry.published !== undefined;
      const counts = isPage && !isList(entry) ? facts.wordCounts(entry) : null;
      const words = counts === null ? 0 : lengthInWords(counts);
      return words > 0 && words >= options.words ? [{ entry, words, isOpen: open.has(entry.path) }] : [];
    });
    // Where most posts of a folder lead nowhere, the page around them does: that of an archive, of news from elsewhere.
    const folders = new Folders(long.map(({ entry }) => entry.path));
    const closed = [...long.keys()].filter((index) => long[index]?.isOpen === false);
    for (const { entry, words } of folders.beyondCustom(closed).flatMap((index) => long[index] ?? [])) {
      yield { message: "none", data: { words }, at: placeOf(entry), key: "dead-end" };
    }
  },
});

/** Whether a link leads to a page: not to a picture, a file, the page itself or another site. */
const leadsOn = ({ link, target }: SiteLink, ownHosts: ReadonlySet<string>): boolean =>
  link.kind !== "image" &&
  !["self", "static"].includes(target.kind) &&
  (target.kind !== "external" || ownHosts.has(partsOf(target.url).host));

/** Fewest pages that links with a host name from which on it may be the site's own. */
const fewestNamed = 3;

/** The hosts that may be the site's own where its config names none: links with them end in the names of its documents. */
function guessedHosts({ model }: SitePages, entries: readonly Entry[], all: readonly SiteLink[]): ReadonlySet<string> {
  if (/^(?:https?:)?\/\/[^/]/i.test(model.baseUrl ?? "")) return new Set();
  const names = new Set(entries.map(({ path }) => lastPart(path.replace(/(?:\/_?index)?\.\w+$/, ""))));
  const named = new Map<string, Set<string>>();
  for (const { target } of all) {
    const { host, path } = target.kind === "external" ? partsOf(target.url) : { host: "", path: "" };
    const name = lastPart(path);
    if (host !== "" && names.has(name)) named.set(host, (named.get(host) ?? new Set()).add(name));
  }
  return new Set([...named].flatMap(([host, { size }]) => (size >= fewestNamed ? host : [])));
}

/** The host and the path of a link; both empty where it has no host. */
function partsOf(url: string): { readonly host: string; readonly path: string } {
  const [, host = "", path = ""] = /^(?:https?:)?\/\/([^/?#]+)([^?#]*)/i.exec(url) ?? [];
  return { host: host.toLowerCase(), path };
}

/** The last part of a path, without a date before it and an ending. */
const lastPart = (path: string): string =>
  (path.split("/").findLast((part) => part !== "") ?? "").replace(/^\d{4}-\d\d-\d\d-/, "").replace(/\.html?$/, "");

const isList = ({ path }: Entry) => /(?:^|\/)_index\.\w+$/.test(path);
