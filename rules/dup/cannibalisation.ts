import { links, linksOf, type LinkRow } from "#facts/markdown-links";
import { sourcesOf } from "#facts/posts-by-source";
import { termCounts, termProfile } from "#facts/term-profile";
import type { Corpus } from "#model/corpus";
import type { Entry } from "#model/entry";
import type { With } from "#model/post";
import { fieldPlace } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { share } from "#rule-kit/options";
import { localeOf } from "#text/locale";
import { nameOf } from "#text/post-name";
import { Series } from "#text/series";
import { similarPairs } from "#text/similar-sets";
import { contentTerms, fold } from "#text/terms";
import { cosine, weigh, type Counts } from "#text/tf-idf";
import { isIdentifier } from "#text/title-parts";
import { excerpt } from "#text/wording";

export default defineRule({
  on: "corpus",
  summary: "Let posts of one site not compete for the same search.",
  severity: "info",
  presets: ["strict"],
  options: {
    similarity: share({ default: 0.6, description: "Cosine of two bodies' weighed terms from which they are alike." }),
    heads: share({ default: 0.75, description: "Share of common terms in title, slug and description." }),
  },
  messages: {
    competes:
      "This post and “{other}” are about the same ({terms}) and do not link to each other; merge them, or link one to the other.",
  },
  facts: { links, termProfile },

  *check(corpus, { similarity, heads }, facts) {
    const posts = candidatesOf(corpus);
    const series = new Series(posts.map(({ entry }) => entry.path));
    const weights = weigh(posts.map(({ entry }) => termCounts(facts.termProfile(entry))));
    const empty: Counts = new Map();
    for (const [a, b] of similarPairs(
      posts.map((post) => post.heads),
      heads,
    )) {
      const [one, two] = [posts[a], posts[b]];
      if (one === undefined || two === undefined || one.sort !== two.sort) continue;
      if (!haveTitlesAlike(one.entry, two.entry, heads) || series.countBeyondPattern([a, b]) < 2) continue;
      if (cosine(weights[a] ?? empty, weights[b] ?? empty) < similarity) continue;
      if (areLinked(corpus, one.entry, two.entry, facts.links)) continue;
      const key = [one.entry.path, two.entry.path].join(" ");
      const terms = [...one.heads].filter((term) => two.heads.has(term)).join(", ");
      for (const [{ entry }, { entry: other }] of [
        [one, two],
        [two, one],
      ] as const) {
        yield {
          message: "competes",
          data: { other: nameOf(other), terms: excerpt(terms) },
          at: fieldPlace(entry, "title"),
          key,
          group: key,
          related: [{ place: fieldPlace(other, "title"), message: "is about the same" }],
        };
      }
    }
  },
});

interface Candidate {
  readonly entry: With<"title">;
  readonly heads: ReadonlySet<string>;
  /** Language, and the numbers of the title: years, parts and versions are searched by their number. */
  readonly sort: string;
}

/** Fewest terms of a post's head: fewer are a subject and no search. */
const fewestHeads = 2;

/** Posts with the terms of their titles that the slug or the description has too. */
function candidatesOf(corpus: Corpus): Candidate[] {
  const candidates = sourcesOf(corpus).flatMap((entry) => {
    // An identifier is the subject of a page of a reference, and of no other.
    if (entry.title === undefined || isIdentifier(entry.title.value)) return [];
    const slug = entry.slug?.value ?? entry.path.replace(/(?:\/_?index)?\.\w+$/, "").replace(/^.*\//, "");
    const again = new Set([...contentTerms(slug), ...contentTerms(entry.summary?.value ?? "")]);
    const heads = new Set(contentTerms(entry.title.value).filter((term) => again.has(term)));
    const sort = [localeOf(entry), ...(entry.title.value.match(/\d+/g) ?? [])].join(" ");
    return heads.size < fewestHeads ? [] : [{ entry: entry as With<"title">, heads, sort }];
  });
  return withoutCommonTerms(candidates);
}

/** What a good part of the posts has in its head is the site's subject: “open source” on a site about that. */
function withoutCommonTerms(candidates: readonly Candidate[]): Candidate[] {
  const uses = new Map<string, number>();
  for (const { heads } of candidates) for (const term of heads) uses.set(term, (uses.get(term) ?? 0) + 1);
  const most = Math.max(fewestCommon, commonShare * candidates.length);
  return candidates.flatMap((candidate) => {
    const heads = new Set([...candidate.heads].filter((term) => (uses.get(term) ?? 0) <= most));
    return heads.size < fewestHeads ? [] : [{ ...candidate, heads }];
  });
}

const commonShare = 0.1;
const fewestCommon = 5;

/** Whether two titles have most of their terms in common. Of equal ones `title/duplicate` tells. */
function haveTitlesAlike({ title: a }: With<"title">, { title: b }: With<"title">, least: number): boolean {
  if (fold(a.value) === fold(b.value)) return false;
  const [one, two] = [contentTerms(a.value), new Set(contentTerms(b.value))];
  const common = one.filter((term) => two.has(term)).length;
  return common >= least * (one.length + two.size - common);
}

/** Whether one of two posts links to the other, so that readers and search engines can tell which one is the hub. */
function areLinked({ site }: Corpus, a: Entry, b: Entry, rowsOf: (entry: Entry) => readonly LinkRow[] | null): boolean {
  const leads = (from: Entry, to: Entry) =>
    linksOf(rowsOf(from)).some(
      ({ target }) => site?.resolve(from, target).entry?.path === to.path || endsWithSlug(target, to),
    );
  return leads(a, b) || leads(b, a);
}

/** Without a site, a link leads to a post when its last part is the post's slug or file name; with one, most likely too. */
function endsWithSlug(target: string, { slug, path }: Entry): boolean {
  const parts = target.split(/[?#]/, 1)[0]?.split("/") ?? [];
  const last = parts.findLast((part) => part !== "")?.replace(/\.\w{2,4}$/, "");
  const file = path.replace(/(?:\/_?index)?\.\w+$/, "").replace(/^.*\//, "");
  return last !== undefined && (last === slug?.value || last === file);
}
