/** A word with letters of another script that look like its own. */
export interface MixedWord {
  readonly start: number;
  readonly end: number;
  readonly word: string;
  /** The word in one script. */
  readonly reads: string;
  /** The first letter that does not belong. */
  readonly letter: string;
  readonly script: "Cyrillic" | "Greek" | "Latin";
}

// Letters that look the same in most fonts (Unicode Technical Standard 39, confusables.txt), Latin first.
const cyrillicTwins = pairs("AА BВ CС EЕ HН IІ JЈ KК MМ OО PР SЅ TТ XХ YУ aа cс eе iі jј oо pр sѕ xх yу hһ dԁ qԛ wԝ");
const greekTwins = pairs("AΑ BΒ EΕ ZΖ HΗ IΙ KΚ MΜ NΝ OΟ PΡ TΤ YΥ XΧ oο vν");

function pairs(list: string): readonly (readonly [string, string])[] {
  return list.split(" ").map((pair) => [pair[0] ?? "", pair[1] ?? ""]);
}

const latinOf = new Map([...cyrillicTwins, ...greekTwins].map(([latin, twin]) => [twin, latin]));
const cyrillicOf = new Map(cyrillicTwins);

const words = /[\p{L}\p{M}]+/gu;
const latin = /\p{Script=Latin}/gu;
const cyrillic = /\p{Script=Cyrillic}/gu;
const greek = /\p{Script=Greek}/gu;

/** Fewest letters of its own script that make a word: "kΩ" and "μm" are units. */
const fewestOwnLetters = 3;

/**
 * Words that mix Latin letters with Cyrillic or Greek ones which look Latin, or the other way round.
 *
 * A word counts only where it belongs to the script that most of the text is written in, and all its foreign letters
 * have a twin there: an ending put to a foreign name ("SMSка" in Russian) or a symbol ("TNFα") is meant.
 */
export function findMixedScripts(text: string): MixedWord[] {
  if (!/[\u0370-\u052f]/.test(text)) return [];
  const isLatinText = count(text, latin) >= count(text, cyrillic) + count(text, greek);
  return [...text.matchAll(words)].flatMap(({ index, 0: word }) => {
    const mixed = isLatinText ? toLatin(word) : toCyrillic(word);
    return mixed === undefined ? [] : { start: index, end: index + word.length, word, ...mixed };
  });
}

function toLatin(word: string): Pick<MixedWord, "reads" | "letter" | "script"> | undefined {
  const foreign = word.match(/[\p{Script=Cyrillic}\p{Script=Greek}]/gu) ?? [];
  const letter = foreign[0];
  if (letter === undefined || count(word, latin) < Math.max(fewestOwnLetters, foreign.length)) return undefined;
  if (!foreign.every((one) => latinOf.has(one))) return undefined;
  const reads = Array.from(word, (one) => latinOf.get(one) ?? one).join("");
  return { reads, letter, script: /\p{Script=Greek}/u.test(letter) ? "Greek" : "Cyrillic" };
}

function toCyrillic(word: string): Pick<MixedWord, "reads" | "letter" | "script"> | undefined {
  const foreign = word.match(latin) ?? [];
  const letter = foreign[0];
  if (letter === undefined || count(word, cyrillic) < Math.max(fewestOwnLetters, foreign.length + 1)) return undefined;
  if (!foreign.every((one) => cyrillicOf.has(one))) return undefined;
  return { reads: Array.from(word, (one) => cyrillicOf.get(one) ?? one).join(""), letter, script: "Latin" };
}

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;
