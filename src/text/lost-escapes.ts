/** An escape of a character in a text that lost its backslash, or that nothing has read. */
export interface LostEscape {
  /** Offsets of the escape in the text. */
  readonly start: number;
  readonly end: number;
  readonly found: string;
  /** The character that it stands for. */
  readonly character: string;
}

// Latin-1 letters and signs, Latin Extended-A, and the punctuation that writing tools put in.
const backslashed = /\\u(?:00[a-f][\da-f]|01[0-7][\da-f]|20(?:1[\da-d]|2[0-6]))/gi;
// Without the backslash a code counts where no word or number can end or start with it ("menu2019" can).
const bare =
  /(?<![+\\A-Z\d])u(?:00[a-f][\da-f](?![\da-f])|201[cd89](?=[\p{L}\s\p{P}]|$)(?<!u2019(?!(?:s|t|re|ve|ll|d|m)(?!\p{L})))|(?<!\p{L}u)20(?:1[34]|2[26])(?![\da-f]))/gu;

/**
 * Escapes that have no other reading: "\u2014", "donu2019t", "u201cHellou201d", "201cHello201d", "don 2019 t".
 */
export function findLostEscapes(text: string): LostEscape[] {
  if (!/20[12]|u0/i.test(text)) return [];
  const found = [...codesIn(text), ...quotesIn(text), ...apostrophesIn(text), ...dashesIn(text)];
  return found.toSorted((a, b) => a.start - b.start);
}

const escapeAt = (start: number, found: string, character = fromHex(found.slice(-4))): LostEscape => ({
  start,
  end: start + found.length,
  found,
  character,
});

const fromHex = (digits: string) => String.fromCodePoint(Number.parseInt(digits, 16));

const codesIn = (text: string) =>
  [backslashed, bare].flatMap((form) =>
    Array.from(text.matchAll(form), ({ index, 0: found }) => escapeAt(index, found)),
  );

/** Both quotes of a pair, as hexadecimal numbers: no ordinary text has one, let alone both. */
function quotesIn(text: string): LostEscape[] {
  const opening = [...text.matchAll(/(?<![0-9a-z])201c(?= ?\p{L})/giu)];
  const closing = [...text.matchAll(/(?<=[\p{L}\p{P}] ?)201d(?![0-9a-z])/giu)];
  if (opening.length === 0 || closing.length === 0) return [];
  return [...opening, ...closing].map(({ index, 0: found }) => escapeAt(index, found));
}

/** "don 2019 t", "it 2019s": an ending that only an apostrophe takes. */
const apostrophesIn = (text: string) =>
  Array.from(text.matchAll(/(?<=(\p{L}+) )2019(?= ?(?:t|s|re|ve|ll|m|d)(?![\p{L}\p{N}]))/gu))
    .filter(({ 1: before = "" }) => !introducesYear(before))
    .map(({ index, 0: found }) => escapeAt(index, found));

// Words that go on after a dash and that hardly follow a year that belongs to the words before.
const afterDash =
  /(?<=(?<!\p{L})(\p{Ll}[\p{L}'’-]*) )201[34](?= (?:plus|not|no|so|but|which|because|especially|even|namely|including|then|without|what|why|how|where|just|only|never|always|it['’]s|that['’]s|here['’]s|you|we|they) \p{L})/gu;

/**
 * "breaking change 2014 plus RC": a lower-case word that no year follows, the number, and a word that goes on after a
 * dash. Any other year or date word near makes it a year.
 */
const dashesIn = (text: string) =>
  Array.from(text.matchAll(afterDash))
    .filter(({ index, 1: before = "" }) => !introducesYear(before) && !hasDateNear(text, index))
    .map(({ index, 0: found }) => escapeAt(index, found));

const yearWords = new Set(
  `a about after and around around as at back before between beyond by circa during early edition end every for from
  in into january february march april may june july august september october november december jan feb mar apr jun
  jul aug sep sept oct nov dec spring summer autumn fall winter late late-mid mid mid- of on or past pre post since
  the then this through throughout till to toward towards until till versus vs when with within year years season
  award awards budget census championship class conf conference congress copyright cup election elections event
  fair festival forecast games list model olympics outlook plan report results review roundup sales season series
  statistics study summit survey symposium tour trends update version vintage wrap-up revenue growth profits
  released published updated founded established born died built launched won than like`.split(/\s+/),
);

const introducesYear = (word: string) => yearWords.has(word.toLowerCase());

const near = 40;
const dateWords =
  /\b(?:(?:19|20)\d\d|years?|months?|weeks?|century|decade|annual(?:ly)?|january|february|march|april|june|july|august|september|october|november|december|q[1-4])\b/i;

function hasDateNear(text: string, index: number): boolean {
  const before = text.slice(Math.max(0, index - near), index);
  const after = text.slice(index + 4, index + 4 + near);
  return dateWords.test(before) || dateWords.test(after);
}
