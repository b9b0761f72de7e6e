import { inboundLinks } from "#facts/inbound-links";
import { links, type LinkRowsOf } from "#facts/markdown-links";
import { seriesIn, type SeriesPart } from "#facts/series-parts";
import { linkPlace, siteLinks, type SiteLink } from "#facts/site-links";
import type { Corpus } from "#model/corpus";
import { placeOf } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { share } from "#rule-kit/options";
import { byKey } from "#text/groups";

export default defineRule({
  on: "corpus",
  summary: "Let the parts of a series link to each other both ways.",
  severity: "info",
  presets: ["strict"],
  facts: { links },
  options: {
    linking: share({
      default: 0.5,
      description: "Share of the parts that link to others, below which the theme is taken to lead through a series.",
    }),
  },
  messages: {
    later:
      "{count|part} of “{series}” without a link to a later part, though one links there, this one first; say where to read on.",
    earlier:
      "{count|part} of “{series}” without a link to an earlier part, though one links there, this one first; say where it starts.",
  },

  *check(corpus, { linking }, facts) {
    const inbound = inboundLinks(corpus, facts.links);
    const leading = listLinkers(corpus, facts.links);
    for (const parts of seriesIn(corpus)) {
      const linked = linksWithin(parts, inbound);
      const speaking = parts.filter(
        (_, index) => linked.from[index]?.before === true || linked.from[index]?.behind === true,
      );
      if (speaking.length < linking * parts.length) continue;
      for (const [message, oneWay] of byKey(oneWayParts(parts, linked, leading), (one) => one.message)) {
        const [first, ...others] = oneWay;
        if (first === undefined) continue;
        const { series, entry } = first.part;
        const related = [{ place: linkPlace(first.cause.entry, first.cause.link), message: "links to it" }];
        const data = { series, count: oneWay.length };
        const places = others.map(({ part }) => placeOf(part.entry));
        yield { message, data, at: placeOf(entry), key: `${message} ${series}`, related, others: places };
      }
    }
  },
});

/** The parts that are linked to from a side to which they do not link themselves. */
function oneWayParts(parts: readonly SeriesPart[], { from, to }: LinksWithin, leading: ReadonlySet<string>) {
  return parts.flatMap((part, index) => {
    const [own, linked] = [from[index], to[index]];
    // A list of the parts leads to all of them.
    if (own === undefined || linked === undefined || leading.has(part.entry.path)) return [];
    if (linked.behind !== undefined && !own.behind) return { message: "later" as const, part, cause: linked.behind };
    if (linked.before !== undefined && !own.before) return { message: "earlier" as const, part, cause: linked.before };
    return [];
  });
}

/** Of each part of a series, in order: whether it links to parts before and behind it, and the first link from either side. */
interface LinksWithin {
  readonly from: { before: boolean; behind: boolean }[];
  readonly to: { before?: SiteLink; behind?: SiteLink }[];
}

function linksWithin(parts: readonly SeriesPart[], inbound: ReturnType<typeof inboundLinks>): LinksWithin {
  const positions = new Map(parts.map(({ entry }, index) => [entry.path, index]));
  const from = parts.map(() => ({ before: false, behind: false }));
  const to = parts.map((): LinksWithin["to"][number] => ({}));
  for (const [index, { entry }] of parts.entries()) {
    for (const [path, link] of inbound.get(entry.path) ?? []) {
      const linking = positions.get(path);
      const [source, target] = [from[linking ?? -1], to[index]];
      if (linking === undefined || source === undefined || target === undefined) continue;
      source[linking > index ? "before" : "behind"] = true;
      target[linking > index ? "behind" : "before"] ??= link;
    }
  }
  return { from, to };
}

/** Paths of the documents that link to a list of posts, such as that of a series. */
function listLinkers(corpus: Corpus, rowsOf: LinkRowsOf): ReadonlySet<string> {
  const lists = new Set(["list", "term", "taxonomy"]);
  return new Set(
    siteLinks(corpus, rowsOf).flatMap(({ entry, target }) => {
      const page = corpus.site?.pages.get(target.url);
      const isList = lists.has(page?.kind ?? "") || /(?:^|\/)_index\.\w+$/.test(target.entry?.path ?? "");
      return isList ? entry.path : [];
    }),
  );
}
