import type { Corpus } from "#model/corpus";
import type { Entry } from "#model/entry";
import type { Post } from "#model/post";
import { partPlace } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { range } from "#rule-kit/options";
import { countGraphemes } from "#text/graphemes";
import { isClosed } from "#text/sentences";
import { isCut, withoutEllipsis } from "#text/summary-kind";
import { countWords } from "#text/words";

export default defineRule({
  on: "corpus",
  summary: "End a summary where a sentence ends.",
  severity: "warn",
  presets: ["recommended", "strict", "seo"],
  options: {
    characters: range({
      default: { min: 110, max: 170 },
      description: "Length at which a description with an ellipsis was cut by a limit and not by its author.",
    }),
  },
  messages: {
    word: "Summary is cut inside a word (“{tail}”, in full “{full}”); end it with a sentence.",
    limit: "Summary is cut after {length|character} (“{tail}”); write one that ends with a sentence.",
  },

  *check(corpus, { characters: { min, max } }) {
    const excerpts = pathsOfExcerpts(corpus);
    for (const post of corpus.posts) {
      for (const entry of post.entries) {
        if (entry.summary === undefined || entry.draft?.value === true) continue;
        const { value } = entry.summary;
        const kept = withoutEllipsis(value);
        const full = fullWord(kept, post, entry);
        const at = partPlace(
          entry,
          "summary",
          entry.summary,
          kept.length - lastWord(kept).length,
          value.trimEnd().length,
        );
        const length = countGraphemes(value.trim());
        if (full !== undefined) {
          yield { message: "word", data: { tail: lastWord(kept), full }, at, key: "truncated" };
        } else if (!excerpts.has(entry.path) && isCutByLimit(value) && length >= min && length <= max) {
          yield { message: "limit", data: { length, tail: `${lastWords(kept)} …` }, at, key: "truncated" };
        }
      }
    }
  },
});

/** Documents in which most summaries end in an ellipsis show excerpts on purpose. */
function pathsOfExcerpts({ documents }: Corpus): ReadonlySet<string> {
  const shown = documents.filter(({ entries }) => {
    const summaries = entries.flatMap(({ summary }) => summary?.value ?? []);
    return summaries.length > 1 && summaries.filter(isCut).length * 2 > summaries.length;
  });
  return new Set(shown.map(({ path }) => path));
}

const isCutByLimit = (summary: string) =>
  isCut(summary) && !isClosed(withoutEllipsis(summary)) && countWords(summary) > 1;

/** Fewest characters that must agree before a longer text counts as the one that was cut. */
const fewestAgreeing = 40;

/** The word that a summary was cut in, when a longer text of the post proves that it was. */
function fullWord(kept: string, { entries }: Post, entry: Entry): string | undefined {
  if (kept.trim().length < fewestAgreeing || !/[\p{L}\p{N}]$/u.test(kept)) return undefined;
  const start = foldSpace(kept);
  for (const longer of entries.flatMap((other) => longerTexts(other, entry))) {
    const text = foldSpace(longer.slice(0, kept.length * 2 + 100));
    const rest = text.startsWith(start) ? /^[\p{L}\p{N}]{1,40}/u.exec(text.slice(start.length)) : null;
    if (rest !== null) return lastWord(start) + rest[0];
  }
  return undefined;
}

const longerTexts = (other: Entry, entry: Entry): string[] => [
  ...(other.content === undefined ? [] : [other.content.value]),
  ...(other === entry || other.summary === undefined ? [] : [other.summary.value]),
];

const foldSpace = (text: string) => text.trim().replace(/\s+/gu, " ");
const lastWord = (text: string) => /\S*$/u.exec(text.slice(-80))?.[0] ?? "";
const lastWords = (text: string) => text.split(/\s+/u).slice(-4).join(" ");
