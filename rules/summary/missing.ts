import type { Corpus } from "#model/corpus";
import type { Entry } from "#model/entry";
import { fieldPlace } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";

export default defineRule({
  on: "corpus",
  summary: "Give each post a summary.",
  severity: "warn",
  presets: ["recommended", "strict", "seo"],
  messages: {
    missing: "Post has no summary; write one or two sentences that say what it tells.",
    none: "None of {count|entry|entries} in this file has a summary; add a summary to each.",
  },

  *check(corpus) {
    const without = entriesWithoutAny(corpus);
    for (const entry of without) yield { message: "none", data: { count: countOf(corpus, entry) }, ...at(entry) };

    const bare = new Set(without.map(({ path }) => path));
    for (const { entries } of corpus.posts) {
      const judged = entries.filter((entry) => carriesSummaries(entry) && !bare.has(entry.path));
      const [first] = judged;
      if (
        first === undefined ||
        judged.some((entry) => hasSummary(entry) || entry.draft?.value === true || entry.incomplete === true)
      )
        continue;
      yield { message: "missing", data: {}, ...at(first) };
    }
  },
});

/** From so many entries on, a file of which none has a summary has one fault and not as many. */
const fewestForOne = 10;

/** The first entry of each file that has no summary at all. */
function entriesWithoutAny({ documents }: Corpus): Entry[] {
  return documents.flatMap(({ entries }) => {
    const [first] = entries;
    if (first === undefined || entries.length < fewestForOne || !carriesSummaries(first)) return [];
    return entries.some(hasSummary) ? [] : [first];
  });
}

const countOf = ({ documents }: Corpus, { path }: Entry) =>
  documents.find((document) => document.path === path)?.entries.length ?? 0;

const hasSummary = ({ summary }: Entry) => summary !== undefined && summary.value.trim() !== "";
/** A sitemap has no place for a summary. */
const carriesSummaries = ({ edition }: Entry) => edition !== "sitemap" && edition !== "llms";
const at = (entry: Entry) => ({ at: fieldPlace(entry, "summary"), key: "summary" });
