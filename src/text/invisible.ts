/** A character without any shape that stands where it has no use. */
export interface Invisible {
  readonly start: number;
  readonly end: number;
  /** What it is, for people. */
  readonly name: string;
  /** "U+200B". */
  readonly code: string;
  /** What should stand there instead. */
  readonly instead: "" | " ";
}

const candidates =
  /(?![\t\n\v\f\r]|\p{Variation_Selector})[\p{Cc}\p{Default_Ignorable_Code_Point}\p{Bidi_Control}]|[\u00a0\u202f]{2,}/gu;

const names: Readonly<Record<number, string>> = {
  0x00a0: "run of no-break spaces",
  0x00ad: "soft hyphen",
  0x200b: "zero-width space",
  0x200c: "zero-width non-joiner",
  0x200d: "zero-width joiner",
  0x200e: "left-to-right mark",
  0x200f: "right-to-left mark",
  0x202a: "left-to-right embedding",
  0x202b: "right-to-left embedding",
  0x202c: "end of a direction override",
  0x202d: "left-to-right override",
  0x202e: "right-to-left override",
  0x202f: "run of narrow no-break spaces",
  0x2060: "word joiner",
  0x2066: "left-to-right isolate",
  0x2067: "right-to-left isolate",
  0x2068: "first strong isolate",
  0x2069: "end of an isolate",
  0xfeff: "byte order mark",
};

/**
 * The invisible characters of a text that have no use where they stand.
 *
 * Joiners are kept where a script or an emoji needs them, direction marks in text that has right-to-left letters,
 * zero-width spaces in scripts without spaces, and tags in flags.
 */
export function findInvisible(text: string): Invisible[] {
  candidates.lastIndex = 0;
  const hasRightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u.test(text);
  return [...text.matchAll(candidates)].flatMap(({ index, 0: found }) => {
    const codePoint = found.codePointAt(0) ?? 0;
    if (isUseful(text, index, codePoint, hasRightToLeft)) return [];
    return {
      start: index,
      end: index + found.length,
      name: names[codePoint] ?? (codePoint < 0xa0 ? "control character" : "invisible character"),
      code: `U+${codePoint.toString(16).toUpperCase().padStart(4, "0")}`,
      instead: codePoint === 0xa0 || codePoint === 0x202f ? (" " as const) : ("" as const),
    };
  });
}

function isUseful(text: string, index: number, codePoint: number, hasRightToLeft: boolean): boolean {
  const [before, after] = neighbours(text, index, codePoint > 0xffff ? 2 : 1);
  if (marks.has(codePoint)) return hasRightToLeft;
  switch (codePoint) {
    case 0x200d:
      return joinsEmoji.test(before) || joins.test(before);
    case 0x200c:
      return joins.test(before);
    case 0x200b:
      return spaceless.test(before) || spaceless.test(after);
    default:
      return codePoint >= 0xe0020 && isTag.test(before);
  }
}

/** Marks and isolates, which text in two directions needs; embeddings and overrides hide more than they help. */
const marks = new Set([0x061c, 0x200e, 0x200f, 0x2066, 0x2067, 0x2068, 0x2069]);
const joinsEmoji = /^[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f]$/u;
const joins = /^(?![\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Han}\p{Script=Hangul}])[\p{L}\p{M}]$/u;
const spaceless =
  /^[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Tibetan}\p{Script=Javanese}]$/u;
const isTag = /^[\u{1f3f4}\u{e0020}-\u{e007f}]$/u;

/** The characters before and after the one at an offset, or "". */
function neighbours(text: string, index: number, length: number): [string, string] {
  const before = text.slice(Math.max(0, index - 2), index);
  const after = text.codePointAt(index + length);
  return [[...before].at(-1) ?? "", after === undefined ? "" : String.fromCodePoint(after)];
}
