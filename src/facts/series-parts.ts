import type { Corpus } from "#model/corpus";
import type { Entry } from "#model/entry";
import { metaList } from "#model/meta";
import { compareStrings } from "#text/compare";
import { byKey } from "#text/groups";
import { localeOf } from "#text/locale";
import { fold } from "#text/terms";
import { dayIn } from "./inbound-links.ts";
import { sourcesOf } from "./posts-by-source.ts";

/** A post of a series. */
export interface SeriesPart {
  readonly entry: Entry;
  /** As front matter names it, or the title without the number. */
  readonly series: string;
  /** From the title, where it has one. */
  readonly number: number | undefined;
}

const keys = ["series", "series_title", "series_name"];
const numbered = /^(.{3,200}?)[\s,:;(|–—-]{1,5}(?:part|pt\.?)\s{0,3}#?(\d{1,3})\b/iu;

/** The series of a site with two parts and more, by what front matter calls them, else by numbered titles; parts in their order. */
export function seriesIn(corpus: Corpus): SeriesPart[][] {
  const parts = sourcesOf(corpus).flatMap((entry): SeriesPart[] => {
    const [, title = "", number] = numbered.exec(entry.title?.value ?? "") ?? [];
    const named = keys.flatMap((key) => metaList(entry.meta, key)).find(({ value }) => /\p{L}/u.test(value));
    const series = (named?.value ?? title).trim();
    const isPart = series !== "" && corpus.site?.urlOf(entry) !== undefined && !/(?:^|\/)_index\.\w+$/.test(entry.path);
    return isPart ? [{ entry, series, number: number === undefined ? undefined : Number(number) }] : [];
  });
  const groups = byKey(parts, ({ entry, series }) => `${localeOf(entry)} ${fold(series)}`);
  return [...groups.values()].filter((group) => group.length > 1).map((group) => group.toSorted(inOrder));
}

function inOrder(a: SeriesPart, b: SeriesPart): number {
  if (a.number !== undefined && b.number !== undefined && a.number !== b.number) return a.number - b.number;
  const [first, second] = [dayIn(a.entry), dayIn(b.entry)];
  return first === second ? compareStrings(a.entry.path, b.entry.path) : first < second ? -1 : 1;
}
