const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });
/** Letters without accents or precomposed, dashes, quotes, ellipses and currencies: one character a unit, whatever follows. */
const simple = /^[\u0020-\u02ff\u1e00-\u1eff\u2010-\u2027\u20a0-\u20bf]*$/;

/** How many characters a reader sees: "é" and "👩‍🚀" are one each. */
export function countGraphemes(text: string): number {
  if (simple.test(text)) return text.length;
  let count = 0;
  for (const _ of segmenter.segment(text)) count++;
  return count;
}

/** The first `count` characters of a text, as a reader sees them. */
export function firstGraphemes(text: string, count: number): string {
  if (simple.test(text)) return text.slice(0, count);
  let left = count;
  for (const { index } of segmenter.segment(text)) if (left-- === 0) return text.slice(0, index);
  return text;
}
