import { entryWith, type With } from "#model/post";
import { fieldPlace } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { integer, share } from "#rule-kit/options";
import { groupsBy } from "#text/groups";
import { localeOf } from "#text/locale";
import { clustersOf, similarPairs, type Pair } from "#text/similar-sets";
import { contentTerms, fold } from "#text/terms";
import { seriesMark, titleParts } from "#text/title-parts";
import { urlKey } from "#text/urls";
import { isUndatedPage } from "#text/undated-page";
import { versionCopies } from "#text/version-copy";
import { excerpt } from "#text/wording";
import { countWords, wordsOf } from "#text/words";

export default defineRule({
  on: "corpus",
  summary: "Let no two posts compete under nearly the same title.",
  severity: "warn",
  presets: ["recommended", "strict", "seo"],
  options: {
    similarity: share({ default: 0.75, description: "Share of common content words from which two titles compete." }),
    minTerms: integer({ default: 3, minimum: 1, description: "Fewest content words of a title to compare." }),
  },
  messages: {
    words: "Title nearly agrees with “{other}”; set the two apart, or merge the posts.",
    opening: "Title opens like “{other}” and goes on to the same subject; set the two apart, or merge the posts.",
  },

  *check(corpus, { similarity, minTerms }) {
    const isCopy = versionCopies(corpus);
    const all = corpus.posts
      .flatMap((post) => entryWith(post, "title") ?? [])
      .filter((entry) => !isCopy(entry) && !isUndatedPage(entry))
      .map(readTitle);
    for (const titles of groupsBy(all, ({ locale }) => locale).values()) {
      const pairs = [...byWords(titles, similarity, minTerms), ...byOpening(titles, minTerms)];
      const isSeries = seriesIn(titles);
      const rivals = pairs.filter(
        ({ pair: [a, b] }) => compete(titles[a], titles[b]) && !isSeries(titles[a], titles[b]),
      );
      const clusters = clustersOf(
        titles.length,
        rivals.map(({ pair }) => pair),
      );
      for (const [index, { how, others }] of rivalsByTitle(rivals)) {
        const title = titles[index];
        const [first, ...more] = others.flatMap((other) => titles[other] ?? []);
        if (title === undefined || first === undefined) continue;
        yield {
          message: how,
          data: { other: excerpt(first.entry.title.value) },
          at: fieldPlace(title.entry, "title"),
          key: title.folded,
          group: titles[clusters[index] ?? index]?.folded ?? title.folded,
          related: [first, ...more].map(({ entry }) => ({ place: fieldPlace(entry, "title"), message: "competes" })),
        };
      }
    }
  },
});

interface Title {
  readonly entry: With<"title">;
  readonly locale: string;
  readonly folded: string;
  readonly terms: ReadonlySet<string>;
  /** What two titles must have in common to be of one series. */
  readonly mark: string;
  /** What stands before its first colon or dash; "" where it has none. */
  readonly opening: string;
}

/** Two titles, and how they agree. */
interface Rivalry {
  readonly pair: Pair;
  readonly how: "words" | "opening";
}

const readTitle = (entry: With<"title">): Title => ({
  entry,
  locale: localeOf(entry),
  folded: fold(entry.title.value),
  terms: new Set(contentTerms(entry.title.value)),
  mark: seriesMark(entry.title.value),
  opening: fold(titleParts(entry.title.value)?.head ?? ""),
});

/** Pairs that have most of their content words in common. */
function byWords(titles: readonly Title[], similarity: number, minTerms: number): Rivalry[] {
  // A name such as "lang.FormatNumber" is one word, and the subject of a page of its own.
  const long = titles.flatMap(({ entry, terms }, index) =>
    terms.size < minTerms || countWords(entry.title.value) < 3 ? [] : { terms, index },
  );
  const pairs = similarPairs(
    long.map(({ terms }) => terms),
    similarity,
  );
  return pairs.map(([a, b]) => ({ pair: [long[a]?.index ?? 0, long[b]?.index ?? 0], how: "words" }));
}

/** Fewest titles that open with the same words before a colon or a dash which name a series. */
const fewestOfSeries = 3;

/** Tells whether two titles are of a series that names itself at their start, and what sets each apart behind that. */
function seriesIn(titles: readonly Title[]): (a: Title | undefined, b: Title | undefined) => boolean {
  const counts = new Map<string, number>();
  for (const { opening } of titles) counts.set(opening, (counts.get(opening) ?? 0) + 1);
  return (a, b) =>
    a !== undefined && a.opening !== "" && a.opening === b?.opening && (counts.get(a.opening) ?? 0) >= fewestOfSeries;
}

/**
 * Pairs that open with the same content words and have one in common after that. Three titles with one opening are a
 * series, and name it on purpose.
 */
function byOpening(titles: readonly Title[], minTerms: number): Rivalry[] {
  const parts = titles.flatMap(({ entry }, index) => {
    const { head, rest } = titleParts(entry.title.value) ?? { head: "", rest: "" };
    const opening = contentTerms(head);
    return opening.length < minTerms ? [] : { index, opening: opening.toSorted().join(" "), rest: contentTerms(rest) };
  });
  const rivals: Rivalry[] = [];
  for (const [a, b, ...series] of groupsBy(parts, ({ opening }) => opening).values()) {
    if (a === undefined || b === undefined || series.length > 0) continue;
    if (a.rest.some((term) => b.rest.includes(term))) rivals.push({ pair: [a.index, b.index], how: "opening" });
  }
  return rivals;
}

/** Equal titles belong to `title/duplicate`, equal URLs to `index/duplicate-url`, and a series numbers its posts. */
const compete = (a: Title | undefined, b: Title | undefined): boolean =>
  a !== undefined &&
  b !== undefined &&
  a.folded !== b.folded &&
  a.mark === b.mark &&
  !areOfDifferentNames(a, b) &&
  !isLabelled(a.folded, b.folded) &&
  !isLabelled(b.folded, a.folded) &&
  (urlKey(a.entry) ?? "a") !== (urlKey(b.entry) ?? "b");

/** Titles that differ in names alone are of different things: “Fairs of 2026: Bergen calls”, “Fairs of 2026: Turku calls”. */
const areOfDifferentNames = (a: Title, b: Title): boolean => hasOwnNames(a, b) && hasOwnNames(b, a);

/** Whether all that a title has beyond another is names: capitals within a title that is mostly in small letters. */
function hasOwnNames({ entry, terms }: Title, other: Title): boolean {
  const words = wordsOf(entry.title.value).slice(1);
  const own = words.filter(({ text }) => contentTerms(text).some((term) => terms.has(term) && !other.terms.has(term)));
  const long = words.filter(({ text }) => text.length >= shortestPlain);
  const isSentenceCase = long.filter(({ text }) => /^\p{Ll}/u.test(text)).length * 2 > long.length;
  return isSentenceCase && own.length > 0 && own.every(({ text }) => /^\p{Lu}/u.test(text));
}

/** Whether a title is another one behind a label that sets it apart: “Transcript: Rye in winter”. */
const isLabelled = (one: string, other: string): boolean =>
  one.endsWith(other) && /^[^:]{1,40}:\s{0,9}$/.test(one.slice(0, -other.length));

/** Shorter words are small in titles that have capitals everywhere else. */
const shortestPlain = 5;

/** Most rivals that a finding names. */
const mostNamed = 5;

function rivalsByTitle(rivals: readonly Rivalry[]) {
  const named = new Map<number, { how: Rivalry["how"]; others: number[] }>();
  const add = (one: number, other: number, how: Rivalry["how"]) => {
    const known = named.get(one);
    if (known === undefined) named.set(one, { how, others: [other] });
    else if (known.others.length < mostNamed && !known.others.includes(other)) known.others.push(other);
  };
  for (const { pair, how } of rivals) {
    add(pair[0], pair[1], how);
    add(pair[1], pair[0], how);
  }
  return named;
}
