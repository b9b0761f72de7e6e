import type { Corpus } from "#model/corpus";
import type { Entry } from "#model/entry";
import { fieldPlace } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { quorum } from "#text/convention";
import { lackingOf } from "#text/habit";
import { isListPage } from "#text/list-page";
import { sectionOf } from "#text/section";
import { isServicePage } from "#text/service-page";
import { versionCopies } from "#text/version-copy";

export default defineRule({
  on: "corpus",
  summary: "Give each post a summary.",
  severity: "warn",
  presets: ["recommended", "strict", "seo"],
  messages: {
    missing: "Post has no summary; write one or two sentences that say what it tells.",
    none: "None of {count|entry|entries} in this file has a summary; add a summary to each.",
    unusual: "{lacking|post} have no summary, this one among them; start with those that are read most.",
  },

  *check(corpus) {
    const without = entriesWithoutAny(corpus);
    for (const entry of without) yield { message: "none", data: { count: countOf(corpus, entry) }, ...at(entry) };

    const posts = postsOf(corpus, new Set(without.map(({ path }) => path)));
    const { asked, unusual } = lackingOf(posts, isSummed, sectionNameOf);
    for (const { entry } of asked) yield { message: "missing", data: {}, ...at(entry) };
    const [first, ...others] = unusual;
    if (first === undefined) return;
    const further = others.map(({ entry }) => fieldPlace(entry, "summary"));
    yield { message: "unusual", data: { lacking: unusual.length }, ...at(first.entry), others: further };
  },
});

/** A post that may have a summary, by its most trusted entry. */
interface Summed {
  readonly entry: Entry;
  readonly has: boolean;
}

/** The posts of files in which some have summaries. Drafts, what could not be read, and copies of versions owe none. */
function postsOf(corpus: Corpus, bare: ReadonlySet<string>): Summed[] {
  const isCopy = versionCopies(corpus);
  return corpus.posts.flatMap(({ entries }) => {
    const judged = entries.filter((entry) => carriesSummaries(entry) && !bare.has(entry.path));
    const [entry] = judged;
    if (entry === undefined || isCopy(entry)) return [];
    if (judged.some(({ draft, incomplete }) => draft?.value === true || incomplete === true)) return [];
    return [{ entry, has: judged.some(hasSummary) }];
  });
}

/** A section of documents is a folder; each other file is one. */
const sectionNameOf = ({ entry }: Summed) => (entry.edition === "source" ? sectionOf(entry) : ` ${entry.path}`);
const isSummed = ({ has }: Summed) => has;

/** The first entry of each file that has no summary at all. */
function entriesWithoutAny({ documents }: Corpus): Entry[] {
  return documents.flatMap(({ entries }) => {
    const [first] = entries;
    if (first === undefined || entries.length < quorum.members || !carriesSummaries(first)) return [];
    return entries.some(hasSummary) ? [] : [first];
  });
}

const countOf = ({ documents }: Corpus, { path }: Entry) =>
  documents.find((document) => document.path === path)?.entries.length ?? 0;

const hasSummary = ({ summary }: Entry) => summary !== undefined && summary.value.trim() !== "";
/** A sitemap has no place for a summary, and what introduces a list of posts, or is there for an error, is no post. */
const carriesSummaries = (entry: Entry) =>
  entry.edition !== "sitemap" && entry.edition !== "llms" && !isListPage(entry.path) && !isServicePage(entry);
const at = (entry: Entry) => ({ at: fieldPlace(entry, "summary"), key: "summary" });
