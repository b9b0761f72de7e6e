import type { Phrase } from "#model/phrase";

/** Where a text has one of a phrase's words. */
interface Match {
  readonly start: number;
  readonly end: number;
  /** The word as the config has it; for a pattern the pattern. */
  readonly term: string;
}

/** Finds all words of one phrase in a text, in their order, without overlaps. Takes time linear in the text. */
export type Matcher = (text: string) => readonly Match[];

/** Most matches in one text: a post that has more is no better for hearing of them. */
const mostMatches = 200;

/** The matcher of a phrase. What can run regular expressions in linear time is loaded only where there is one. */
export async function matcherOf(phrase: Phrase): Promise<Matcher> {
  const finders = [literalFinder(phrase), ...(await patternFinders(phrase))];
  return (text) => {
    const found = finders.flatMap((find) => [...find(text)]).toSorted((a, b) => a.start - b.start || b.end - a.end);
    const kept: Match[] = [];
    for (const match of found) {
      if (kept.length === mostMatches) break;
      if (match.start >= (kept.at(-1)?.end ?? 0)) kept.push(match);
    }
    return kept;
  };
}

type Finder = (text: string) => Iterable<Match>;

/** Everything that a phrase looks for as it stands. */
const literalsOf = ({ phrases = [], swap = {}, variants = [] }: Phrase): readonly string[] => [
  ...phrases,
  ...Object.keys(swap),
  ...variants.flat(),
];

/** All literal words as one expression: alternatives without repetition inside can't run away. */
function literalFinder(phrase: Phrase): Finder {
  const terms = literalsOf(phrase).toSorted((a, b) => b.length - a.length);
  if (terms.length === 0) return () => [];
  const { ignoreCase = true, wholeWords = true } = phrase;
  const expression = new RegExp(
    terms.map((term) => literalSource(term, wholeWords)).join("|"),
    ignoreCase ? "giu" : "gu",
  );
  const keyOf = (text: string) => (ignoreCase ? withoutCase(text) : text).replace(/\s+/gu, " ");
  const byKey = new Map(terms.map((term) => [keyOf(term.trim()), term]));
  return function* find(text) {
    for (const { 0: found, index } of text.matchAll(expression)) {
      yield { start: index, end: index + found.length, term: byKey.get(keyOf(found)) ?? found };
    }
  };
}

/** A text as an expression that ignores case compares it: sign by sign, so that ſ is s, and ς is σ. */
const withoutCase = (text: string): string =>
  Array.from(text, (sign) => {
    const upper = sign.toUpperCase();
    return (upper.length === sign.length ? upper : sign).toLowerCase();
  }).join("");

const wordSign = "[\\p{L}\\p{N}_]";

function literalSource(term: string, wholeWords: boolean): string {
  const words = term.trim().split(/\s+/u);
  // A line break in the source is a space to readers.
  const body = words.map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")).join("\\s{1,9}");
  if (!wholeWords) return body;
  const [first, last] = [new RegExp(`^${wordSign}`, "u"), new RegExp(`${wordSign}$`, "u")];
  return `${first.test(term.trim()) ? `(?<!${wordSign})` : ""}${body}${last.test(term.trim()) ? `(?!${wordSign})` : ""}`;
}

async function patternFinders({ patterns = [], ignoreCase = true }: Phrase): Promise<Finder[]> {
  if (patterns.length === 0) return [];
  const { RE2JS } = await import("re2js");
  return patterns.map((pattern) => {
    const expression = RE2JS.compile(pattern, ignoreCase ? RE2JS.CASE_INSENSITIVE : 0);
    return function* find(text) {
      const matcher = expression.matcher(text);
      for (let count = 0; count < mostMatches && matcher.find(); count++) {
        if (matcher.end() > matcher.start()) yield { start: matcher.start(), end: matcher.end(), term: pattern };
      }
    };
  });
}
