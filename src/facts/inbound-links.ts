import type { Corpus } from "#model/corpus";
import type { Entry } from "#model/entry";
import { dayOf } from "#text/dates";
import { dateIn } from "#text/entry-dates";
import type { LinkRowsOf } from "./markdown-links.ts";
import { siteLinks, type SiteLink } from "./site-links.ts";

/** The dated documents that the build makes pages of; others, such as a page about the author, are reached by menus. */
export function datedPosts({ site, entries }: Corpus): Entry[] {
  if (site === undefined || !site.complete) return [];
  return entries.filter(
    (entry) =>
      entry.edition === "source" &&
      site.urlOf(entry) !== undefined &&
      dateIn(entry.published) !== undefined &&
      !/(?:^|\/)(?:_index|index|README)\.\w+$/i.test(entry.path),
  );
}

/**
 * The links of published documents to other ones, through aliases and redirects too, by the path of the linked one. Of
 * the links of one document to another only the first is there.
 */
export function inboundLinks(corpus: Corpus, rowsOf: LinkRowsOf): ReadonlyMap<string, ReadonlyMap<string, SiteLink>> {
  const inbound = new Map<string, Map<string, SiteLink>>();
  for (const one of siteLinks(corpus, rowsOf)) {
    const { entry, target } = one;
    if (target.entry === undefined || target.entry.path === entry.path || corpus.site?.isUnpublished(entry) === true)
      continue;
    const from = inbound.get(target.entry.path) ?? new Map<string, SiteLink>();
    if (!from.has(entry.path)) from.set(entry.path, one);
    inbound.set(target.entry.path, from);
  }
  return inbound;
}

/** The day on which an entry was published; before all others where it has no date. */
export function dayIn({ published }: Entry): number {
  const date = dateIn(published);
  return date === undefined ? -Infinity : dayOf(date);
}
