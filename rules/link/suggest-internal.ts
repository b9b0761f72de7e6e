import { capitalPhrases, codeAt, codesOf, longestPhrase, phrasesOf, type CapitalPhrases } from "#facts/capital-phrases";
import { links, type LinkRowsOf } from "#facts/markdown-links";
import { sourcesOf } from "#facts/posts-by-source";
import { siteLinks } from "#facts/site-links";
import type { Corpus } from "#model/corpus";
import type { Entry } from "#model/entry";
import { bodyPlace, placeOf } from "#model/problem";
import type { Span } from "#model/span";
import { defineRule } from "#rule-kit/define-rule";
import { integer } from "#rule-kit/options";
import { byKey } from "#text/groups";
import { localeOf } from "#text/locale";
import { contentTerms } from "#text/terms";
import { wordsOf, type Word } from "#text/words";

/** Words of a title by which it is looked up. */
const keyWords = 3;

export default defineRule({
  on: "corpus",
  summary: "Link to a post where its title is mentioned.",
  severity: "info",
  presets: ["strict"],
  facts: { links, capitalPhrases },
  options: {
    words: integer({ default: 3, minimum: keyWords, description: "Fewest words of a title that is looked for." }),
    mentions: integer({
      default: 5,
      minimum: 1,
      description: "Most posts that mention a title without a link; one with more is a name of something else.",
    }),
  },
  messages: {
    mentioned: "“{title}” is the title of another post, which this one has no link to; link to it.",
  },

  *check(corpus, { words, mentions }, facts) {
    const titles = titlesIn(corpus, words);
    if (titles.byCodes.size === 0) return;
    const linked = linksBetween(corpus, facts.links);
    const found = sourcesOf(corpus).flatMap((entry) =>
      mentionsIn(phrasesOf(facts.capitalPhrases(entry)), titles)
        .filter(({ title }) => title.entry !== entry && isOpen(entry, title.entry, linked))
        .map((mention) => ({ ...mention, entry })),
    );
    for (const [title, all] of byKey(found, (one) => one.title)) {
      const once = [...byKey(all, ({ entry }) => entry.path).values()].flatMap(([first]) => first ?? []);
      if (once.length > mentions) continue;
      for (const { entry, span } of once) {
        const edits = [
          { span: { start: span.start, end: span.start }, text: "[" },
          { span: { start: span.end, end: span.end }, text: `](${title.url})` },
        ];
        yield {
          message: "mentioned",
          data: { title: title.text },
          at: bodyPlace(entry, span),
          key: title.url,
          related: [{ place: placeOf(title.entry), message: "has the title" }],
          fix: { safety: "unsafe", description: `Link to ${title.url}`, edits },
        };
      }
    }
  },
});

interface Title {
  readonly entry: Entry;
  readonly url: string;
  readonly text: string;
  readonly words: readonly Word[];
  readonly codes: string;
}

/** The titles that are looked for, by their codes, and how many words those have that start with some codes. */
interface Titles {
  readonly byCodes: ReadonlyMap<string, Title>;
  readonly lengths: ReadonlyMap<string, ReadonlySet<number>>;
}

/** The titles that are looked for. One that several documents have names none of them. */
function titlesIn({ site, entries }: Corpus, fewest: number): Titles {
  const titles = entries.flatMap((entry): Title[] => {
    const url = entry.edition === "source" ? site?.urlOf(entry) : undefined;
    const text = entry.title?.value.trim() ?? "";
    const words = wordsOf(text);
    const isTelling =
      words.length >= fewest && words.length <= longestPhrase && contentTerms(text).length >= 2 && !clause.test(text);
    // The codes of a title are those of its words, and its marks between them count by their length.
    return url === undefined || !isTelling ? [] : [{ entry, url, text, words, codes: codesOf(words) }];
  });
  const byCodes = new Map<string, Title>();
  const lengths = new Map<string, Set<number>>();
  for (const [codes, [title, ...others]] of byKey(titles, (one) => one.codes)) {
    if (title === undefined || others.length > 0) continue;
    byCodes.set(codes, title);
    const start = codes.slice(0, (codes.length / title.words.length) * keyWords);
    lengths.set(start, (lengths.get(start) ?? new Set()).add(title.words.length));
  }
  return { byCodes, lengths };
}

/** What a sentence says in passing: “Go 2 is released”. A question is asked in a title. */
const clause = /^(?!(?:why|how|what|when|where|who|which)\b).* (?:is|are|was|were|has|have) /i;

/** From the path of a document to the paths of those that it links to. */
function linksBetween(corpus: Corpus, rowsOf: LinkRowsOf): ReadonlySet<string> {
  return new Set(
    siteLinks(corpus, rowsOf).flatMap(({ entry, target }) =>
      target.entry === undefined ? [] : `${entry.path} ${target.entry.path}`,
    ),
  );
}

const isOpen = (from: Entry, to: Entry, linked: ReadonlySet<string>): boolean =>
  !linked.has(`${from.path} ${to.path}`) && localeOf(from) === localeOf(to);

/** The mentions of titles in stretches of a body, in order. */
function mentionsIn(phrases: CapitalPhrases, { byCodes, lengths }: Titles) {
  const found: { readonly title: Title; readonly span: Span }[] = [];
  for (let word = 0; word + keyWords <= phrases.words.length; word++) {
    for (const length of lengths.get(codeAt(phrases, word, keyWords)) ?? []) {
      const title = byCodes.get(codeAt(phrases, word, length));
      const span = title === undefined ? undefined : spanAt(phrases, word, title);
      if (title !== undefined && span !== undefined) found.push({ title, span });
    }
  }
  return found;
}

/** Where a title stands from a word on; undefined where its marks do not, or where it is the start of a longer name. */
function spanAt({ words: stored }: CapitalPhrases, from: number, { words }: Title): Span | undefined {
  const [start, first, last] = [stored[from]?.start, words[0], words.at(-1)];
  if (start === undefined || first === undefined || last === undefined) return undefined;
  if (stored[from]?.isCapital !== true) return undefined;
  if (words.some((word, index) => stored[from + index]?.start !== start + word.start - first.start)) return undefined;
  const end = start + last.end - first.start;
  const next = stored[from + words.length];
  return next?.isCapital === true && next.start === end + 1 ? undefined : { start, end };
}
