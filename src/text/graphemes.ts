const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });
/** Letters without accents or precomposed, dashes, quotes, ellipses and currencies: one character a unit, whatever follows. */
const simple = /^[\u0020-\u02ff\u1e00-\u1eff\u2010-\u2027\u20a0-\u20bf]*$/;

/** How many characters a reader sees: "é" and "👩‍🚀" are one each. */
export function countGraphemes(text: string): number {
  if (simple.test(text)) return text.length;
  let count = 0;
  for (const _ of graphemeStarts(text)) count++;
  return count;
}

/** The first `count` characters of a text, as a reader sees them. */
export function firstGraphemes(text: string, count: number): string {
  if (simple.test(text)) return text.slice(0, count);
  let left = count;
  for (const start of graphemeStarts(text)) if (left-- === 0) return text.slice(0, start);
  return text;
}

/** The characters of a text, as a reader sees them. */
export function* graphemesOf(text: string): Iterable<string> {
  let start = 0;
  for (const next of graphemeStarts(text)) {
    if (next > start) yield text.slice(start, next);
    start = next;
  }
  if (start < text.length) yield text.slice(start);
}

/** Units that are segmented at once: each step of a segmenter takes time for all of its text. */
const pieceLength = 1000;

function* graphemeStarts(text: string): Iterable<number> {
  let length = pieceLength;
  for (let from = 0; from < text.length;) {
    const end = from + length - (isHighSurrogate(text.charCodeAt(from + length - 1)) ? 1 : 0);
    const starts = Array.from(segmenter.segment(text.slice(from, end)), ({ index }) => index);
    const isEnd = end >= text.length;
    // What goes on behind the piece may belong to its last character, which is read again from its start.
    const rest = isEnd ? text.length - from : (starts.pop() ?? 0);
    for (const start of starts) yield from + start;
    length = rest === 0 ? length * 2 : pieceLength;
    from += rest;
  }
}

const isHighSurrogate = (unit: number) => unit >= 0xd800 && unit <= 0xdbff;
