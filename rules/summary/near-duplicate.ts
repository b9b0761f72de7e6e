import { summaryTemplate } from "#facts/summary-template";
import type { Corpus } from "#model/corpus";
import type { Entry } from "#model/entry";
import { entryWith, type With } from "#model/post";
import { fieldPlace } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { integer, share } from "#rule-kit/options";
import { groupsBy, othersOf } from "#text/groups";
import { localeOf } from "#text/locale";
import { textsWithRepeatedRuns } from "#text/repeated-runs";
import { Series } from "#text/series";
import { clustersOf, similarPairs, type Pair } from "#text/similar-sets";
import { shingles } from "#text/similarity";
import { fold } from "#text/terms";
import { isUndatedPage } from "#text/undated-page";
import { versionCopies } from "#text/version-copy";
import { excerpt } from "#text/wording";
import { wordsOf } from "#text/words";

export default defineRule({
  on: "corpus",
  summary: "Let no two summaries say nearly the same.",
  severity: "warn",
  presets: ["recommended", "strict", "seo"],
  options: {
    similarity: share({
      default: 0.85,
      description: "Share of common runs of three words from which two summaries are nearly the same.",
    }),
    minWords: integer({ default: 12, minimum: 1, description: "Fewest words of a summary to compare." }),
  },
  messages: {
    words: "Summary is nearly that of “{other}”; say what sets this post apart.",
    template: "Summary is that of “{other}” with other names or numbers; say what sets this post apart.",
    series:
      "{count} issues of a series have summaries that differ in names and numbers only, this one among them; say what sets each apart.",
  },

  facts: { summaryTemplate },

  *check(corpus, { similarity, minWords }, facts) {
    const all = summariesOf(corpus, minWords, facts.summaryTemplate).map((one, position) => ({ ...one, position }));
    const series = new Series(all.map(({ entry }) => entry.path));
    const issues: (typeof all)[number][] = [];
    for (const summaries of groupsBy(all, ({ locale }) => locale).values()) {
      const pairs = [...sameTemplates(summaries), ...similarTexts(summaries, similarity)];
      const clusters = clustersOf(summaries.length, pairs);
      const members = summaries.map((summary, index) => ({ ...summary, index, cluster: clusters[index] ?? index }));
      for (const group of groupsBy(members, ({ cluster }) => String(cluster)).values()) {
        const beyond = new Set(series.beyondPattern(group.map(({ position }) => position)));
        issues.push(...group.filter(({ position }) => !beyond.has(position)));
        yield* problemsOf(group.filter(({ position }) => beyond.has(position)));
      }
    }
    // A series was given its pattern once.
    for (const [name, ofOne] of groupsBy(issues, ({ position }) => series.seriesOf(position)))
      yield* seriesProblem(name, ofOne);
  },
});

/** Words of the runs that are compared. */
const runLength = 3;

interface Summary {
  readonly entry: With<"summary">;
  readonly text: string;
  readonly words: readonly string[];
  readonly locale: string;
  readonly template: string | undefined;
}

/** One summary a post, long enough to compare, each text once: equal ones belong to `summary/duplicate`. */
function summariesOf(corpus: Corpus, minWords: number, templateOf: (entry: Entry) => string | null): Summary[] {
  const seen = new Set<string>();
  const isCopy = versionCopies(corpus);
  return corpus.posts.flatMap((post) => {
    const entry = entryWith(post, "summary");
    if (entry === undefined || entry.draft?.value === true || isCopy(entry) || isUndatedPage(entry)) return [];
    const text = fold(entry.summary.value);
    const words = wordsOf(text).map((word) => word.text);
    if (seen.has(text) || words.length < minWords) return [];
    seen.add(text);
    return { entry, text, words, locale: localeOf(entry), template: templateOf(entry) ?? undefined };
  });
}

/** Pairs of neighbours in each group of equal templates. */
function sameTemplates(summaries: readonly Summary[]): Pair[] {
  const positions = summaries.map((summary, index) => ({ ...summary, index }));
  return [...groupsBy(positions, ({ template }) => template).values()].flatMap((group) =>
    group.slice(1).map(({ index }, before): Pair => [group[before]?.index ?? index, index]),
  );
}

/** Pairs of summaries that have most runs of three words in common. One stands for all with its template. */
function similarTexts(summaries: readonly Summary[], similarity: number): Pair[] {
  const seen = new Set<string>();
  const first = summaries.flatMap(({ template, text, words }, index) => {
    if (template !== undefined && seen.has(template)) return [];
    if (template !== undefined) seen.add(template);
    return { index, text, words };
  });
  const near = textsWithRepeatedRuns(
    first.map(({ words }) => words),
    runLength,
    similarity,
  ).flatMap((at) => first[at] ?? []);
  const pairs = similarPairs(
    near.map(({ text }) => shingles(text, runLength)),
    similarity,
  );
  return pairs.map(([a, b]): Pair => [near[a]?.index ?? 0, near[b]?.index ?? 0]);
}

function* seriesProblem(name: string, issues: readonly Summary[]) {
  const [at, ...others] = issues.map(({ entry }) => fieldPlace(entry, "summary"));
  if (at === undefined) return;
  const related = othersOf(issues, 0).map(saysTheSame);
  yield { message: "series" as const, data: { count: issues.length }, at, key: name, related, others };
}

const saysTheSame = ({ entry }: Summary) => ({ place: fieldPlace(entry, "summary"), message: "says nearly the same" });

function* problemsOf(group: readonly (Summary & { readonly cluster: number })[]) {
  for (const [index, { entry, text, template }] of group.entries()) {
    const others = othersOf(group, index);
    const [first] = others;
    if (first === undefined) continue;
    const isTemplate = template !== undefined && others.some((other) => other.template === template);
    yield {
      message: isTemplate ? ("template" as const) : ("words" as const),
      data: { other: excerpt((first.entry.title ?? first.entry.summary).value) },
      at: fieldPlace(entry, "summary"),
      key: text,
      group: group[0]?.text ?? text,
      related: others.map(saysTheSame),
    };
  }
}
