import { arimoWidths } from "./arimo-widths.ts";

const unitsPerEm = 2048;
/** Size in which search results on a desktop show titles (Arial). */
const fontSize = 20;

/** An emoji of any length, and Han, Kana, Hangul and full-width signs, at 20 px. */
const emojiPx = 25;
const widePx = 20;
/** Width of a digit and of most small letters: stands for the scripts that the table does not have. */
const usualAdvance = 1139;

const advances = new Map(
  arimoWidths.flatMap(([advance, characters]) => Array.from(characters, (character) => [character, advance] as const)),
);
const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
// Runs of plain letters need no segmenter, and the others reach it in short pieces: its time grows faster than the text.
const runs = /[\u0020-\u02ff\u2010-\u203a]+|[^\u0020-\u02ff\u2010-\u203a]{1,256}/gu;
const plain = /^[\u0020-\u02ff\u2010-\u203a]/;
const weightless = /^[\p{Mn}\p{Me}\p{Cf}]$/u;
const emoji = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u;
const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60\uffe0-\uffe6]/u;
// What a cut can keep whole: a word with the space before it, or one character of a script without spaces.
const pieces = new RegExp(`\\s*(?:${wide.source}|(?:(?!${wide.source})\\S)+)`, "gu");

/**
 * Width of a text in px as a search result shows titles: Arial at 20 px. Kerning is left out, so that the width is never
 * too small by it. Characters that the table does not have count as their base letter, else as a digit.
 */
export function pixelWidth(text: string): number {
  let px = 0;
  for (const [run] of text.matchAll(runs)) {
    if (plain.test(run)) for (const character of run) px += inPx(advanceOf(character));
    else for (const { segment } of graphemes.segment(run)) px += graphemeWidth(segment);
  }
  return px;
}

/** What is left of a text that is cut to fit. */
export interface Cut {
  /** The start of the text up to a word's end. */
  readonly kept: string;
  /** The same with the ellipsis, as a search result shows it. */
  readonly shown: string;
}

const ellipsis = " …";

/** Cuts a text at a word's end so that it and its ellipsis fit in `px`; undefined where all of it fits. */
export function cutToWidth(text: string, px: number): Cut | undefined {
  if (pixelWidth(text) <= px) return undefined;
  const room = px - pixelWidth(ellipsis);
  let width = 0;
  let kept = "";
  for (const [piece] of text.matchAll(pieces)) {
    width += pixelWidth(piece);
    if (width > room) break;
    kept += piece;
  }
  return { kept, shown: `${kept}${ellipsis}`.trimStart() };
}

function graphemeWidth(grapheme: string): number {
  if (advances.has(grapheme)) return inPx(advanceOf(grapheme));
  if (emoji.test(grapheme)) return emojiPx;
  if (wide.test(grapheme)) return widePx;
  let px = 0;
  for (const character of grapheme) px += inPx(advanceOf(character));
  return px;
}

function advanceOf(character: string): number {
  const known = advances.get(character);
  if (known !== undefined) return known;
  if (weightless.test(character)) return 0;
  const [base = character] = character.normalize("NFD");
  return advances.get(base) ?? usualAdvance;
}

const inPx = (advance: number) => (advance / unitsPerEm) * fontSize;
