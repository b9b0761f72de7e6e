import type { Word } from "./words.ts";

// After the periphrastic method of Yoast SEO: a form of "be" or "get", and behind it in the same clause a participle.
const auxiliaries = new Set(
  "am is are was were be been being get gets got gotten getting isn't aren't wasn't weren't".split(" "),
);

/** Participles that do not end in "-ed". */
const irregular = new Set(
  `awoken beaten begun bent bet bitten bled blown born borne bought bound bred brought broken built burnt burst cast caught
  chosen cut dealt done drawn driven drunk dug eaten fed felt flown forbidden forgiven forgotten fought found frozen given
  ground grown heard held hidden hit hung hurt kept known laid lain led left lent let lit lost made meant misled mistaken
  mown overcome overridden overseen overwritten paid proven put read rebuilt redone rewritten ridden rung said sawn seen
  sent set sewn shaken shed shot shown shut slain sold sought sown spent split spoken spread spun stolen struck stuck
  sung sunk swept sworn taken taught thought thrown told torn undergone understood undone upheld withdrawn withheld won
  worn wound woven written`.split(/\s+/),
);

/**
 * Words in "-ed" that are no participles, or stand behind "be" as adjectives nearly always: "is limited", "is supposed to".
 */
const noParticiples = new Set(
  `advanced aged bed blessed bored complicated concerned confused convinced crooked dated dedicated detailed determined
  disappointed distributed educated embed excited exhausted experienced fed feed freed frustrated greed hundred impressed
  indeed interested involved isolated limited long-lived loved married mixed need outdated pleased prepared red related
  relaxed sacred satisfied scared seed shared short-lived shred skilled sled sophisticated speed structured supposed
  surprised talented ted thumbed tired used weed well-known wicked worried`.split(/\s+/),
);

/** "is set to", "is found in", "is left": what a thing is and not what is done to it. */
const statesBefore: Readonly<Record<string, ReadonlySet<string>>> = {
  set: new Set(["to"]),
  left: new Set(["of", "to"]),
  found: new Set(["in", "at", "on"]),
  meant: new Set(["to", "for"]),
  located: new Set(["in", "at", "on"]),
  based: new Set(["on", "in"]),
  bound: new Set(["to"]),
  called: new Set([]),
};

/** Words that can stand between the auxiliary and its participle. */
const between = new Set(
  `not never always often also only just still now then already usually mostly sometimes even again first all both either
  being been well so`.split(/\s+/),
);
const mostBetween = 3;

/**
 * Whether a sentence in English has a passive: "was written", "are often called". What stands between the two words can
 * only be adverbs, and nothing but spaces parts them. Words that are more often adjectives are no passives.
 *
 * @param words the words of the sentence, with their places in `text`
 */
export function isPassive(text: string, words: readonly Word[]): boolean {
  return words.some((word, index) => auxiliaries.has(lower(word)) && hasParticipleBehind(text, words, index));
}

function hasParticipleBehind(text: string, words: readonly Word[], auxiliary: number): boolean {
  for (let index = auxiliary + 1; index <= auxiliary + 1 + mostBetween; index++) {
    const [before, word] = [words[index - 1], words[index]];
    if (before === undefined || word === undefined || !/^\s+$/.test(text.slice(before.end, word.start))) return false;
    const own = lower(word);
    if (isParticiple(own)) return !isState(own, words[index + 1]);
    if (!between.has(own) && !own.endsWith("ly")) return false;
  }
  return false;
}

const isParticiple = (word: string): boolean =>
  irregular.has(word) || (/^[a-z]{2,}(?:-[a-z]+)*ed$/.test(word) && !noParticiples.has(word));

/** Whether a participle says what a thing is; a noun behind it ("is fixed-size data") is left to the exceptions. */
const isState = (participle: string, next: Word | undefined): boolean =>
  next !== undefined && statesBefore[participle]?.has(lower(next)) === true;

const lower = ({ text }: Word) => text.toLowerCase().replaceAll("’", "'");
