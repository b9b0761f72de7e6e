import type { Stretch } from "./sentences.ts";
import { wordRunOf, type WordRun } from "./vocabulary.ts";

// Twice the same word, and right: verbs and conjunctions that meet, words that are doubled to stress them, ends of code.
const doubled = new Set(
  "had that very so really ever bye no yes ha ah blah many far much long again is do more never way too please now there knock pretty end".split(
    " ",
  ),
);

/** Words that stand twice in a row, in small letters and with nothing but white space between them. */
export function findRepeatedWords(text: string, run: WordRun = wordRunOf(text)): Stretch[] {
  const found: Stretch[] = [];
  // A plain comparison comes first, as this is asked of every word of a site.
  for (let index = 1; index < run.forms.length; index++) {
    if (run.forms[index - 1]?.text !== run.forms[index]?.text || isMeantTwice(run, index)) continue;
    const repeated = repeatedAt(text, run, index);
    if (repeated !== undefined) found.push(repeated);
  }
  return found;
}

function isMeantTwice({ forms }: WordRun, index: number): boolean {
  const word = forms[index]?.text ?? "";
  // Three times is meant.
  const isMore = forms[index - 2]?.text === word || forms[index + 1]?.text === word;
  return isMore || !/^[a-z]+$/.test(word) || doubled.has(word);
}

/** The word that is at a position and before it; undefined where something stands between, or around, the two. */
function repeatedAt(text: string, { forms, starts }: WordRun, index: number): Stretch | undefined {
  const word = forms[index]?.text ?? "";
  const [start = 0, next = 0] = starts.slice(index - 1, index + 1);
  const end = next + word.length;
  // What ends at a bracket or a mark is no part of what follows.
  const isApart = /^\s+$/.test(text.slice(start + word.length, next));
  return isApart && !isPartOfName(text, start, end) && !isTerm(text, start, end)
    ? { text: word, start, end }
    : undefined;
}

const isPartOfName = (text: string, start: number, end: number) =>
  /[\p{L}\p{N}_/$@#.-]/u.test(text.charAt(start - 1)) || /[_(=:/]/.test(text.charAt(end));

/** Two words that have quotes of their own are a term: “done done”. */
const isTerm = (text: string, start: number, end: number) =>
  /["“‘']/.test(text.charAt(start - 1)) && /^[.,]?["”’']/.test(text.slice(end, end + 2));

const vague =
  /\b(?:(?:(?:many|some|several|most|recent|various|numerous|countless) )?(?:studies|experts|researchers|scientists|analysts|critics) (?:have )?(?:shown?|say|said|agree|believe|suggest|argue|claim|found|prove|estimate|warn|recommend|predict)|research (?:has )?(?:shown?|shows|says|suggests|proves|indicates|found)|(?:it is|it['’]s) (?:widely|generally|commonly|well) (?:known|believed|accepted|agreed) that)\b/i;

/** A source that a sentence calls upon without a name: "studies show", "experts agree". */
export function findVagueSource({ text, start }: Stretch): Stretch | undefined {
  const found = vague.exec(text.slice(0, 1000));
  return found === null
    ? undefined
    : { text: found[0], start: start + found.index, end: start + found.index + found[0].length };
}

const statistic =
  /\b\d[\d.,]{0,12} ?(?:%|percent\b|per cent\b)(?= (?:of|more|less|fewer|higher|lower|reduction|increase|drop|growth|improvement))|\b\d[\d.,]{0,9} (?:out of|in) (?:\d[\d,]{0,9}|ten|every) (?=[a-z])/i;
const own =
  /\b(?:we|our|ours|us|I|my|mine|let['’]s|say|suppose|assume|example|e\.g|if|target|goal|should|could|would)\b/i;

/** A share or a rate that a sentence states as a fact of the world: not of the author's own, and no example. */
export function findStatistic({ text, start }: Stretch): Stretch | undefined {
  const part = text.slice(0, 1000);
  const found = /\d/.test(part) ? statistic.exec(part) : null;
  return found === null || own.test(part)
    ? undefined
    : { text: found[0], start: start + found.index, end: start + found.index + found[0].length };
}

// Words that open sentences of any kind: with one of them, the second word decides too.
const light = new Set("the a an this that these those".split(" "));
const fewestAlike = 3;

/** Runs of three sentences and more that open with the same word, each from its first sentence to its last. */
export function findSameOpenings(sentences: readonly Stretch[], words: WordRun): Stretch[] {
  if (sentences.length < fewestAlike) return [];
  const openings = openingsOf(sentences, words);
  const found: Stretch[] = [];
  let from = 0;
  for (let at = 1; at <= sentences.length; at++) {
    const opening = openings[from];
    if (at < sentences.length && opening !== undefined && openings[at] === opening) continue;
    const [first, last] = [sentences[from], sentences[at - 1]];
    if (at - from >= fewestAlike && opening !== undefined && first !== undefined && last !== undefined) {
      found.push({ text: opening, start: first.start, end: last.end });
    }
    from = at;
  }
  return found;
}

function openingsOf(sentences: readonly Stretch[], { forms, starts }: WordRun): (string | undefined)[] {
  let at = 0;
  return sentences.map(({ start, end }) => {
    while ((starts[at] ?? Infinity) < start) at++;
    const [first, second] = [forms[at], forms[at + 1]];
    const [opens = 0, next = Infinity] = [starts[at], starts[at + 1]];
    if (first === undefined || opens >= end || /^\d/.test(first.text)) return undefined;
    if (!light.has(first.folded)) return first.folded;
    // Where code stands between the two, what the sentence is about is not known.
    const isNext = second !== undefined && next < end && next === opens + first.text.length + 1;
    return isNext ? `${first.folded} ${second.folded}` : undefined;
  });
}
