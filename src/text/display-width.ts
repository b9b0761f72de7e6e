import stringWidth from "string-width";
import { graphemesOf } from "./graphemes.ts";

// Printable ASCII, Latin letters (© and ® may be shown as emoji), and the dashes, quotes and dots of English text.
const narrow =
  " -~\\u00a1-\\u00a8\\u00aa-\\u00ac\\u00af-\\u02ff\\u1e00-\\u1eff\\u2013\\u2014\\u2018-\\u201d\\u2022\\u2026";
// What may not be one column each, with the character before it: a mark or a variation selector may belong to that.
const other = new RegExp(`[${narrow}]?[^${narrow}]+`, "gu");
/** Longest text that string-width is given at once, in UTF-16 units: its time grows with the square of that. */
const longest = 1000;

/** How many columns a printable text takes in a terminal: an ideograph or an emoji takes two, a combining mark none. */
export function displayWidth(text: string): number {
  let width = text.length;
  for (const run of text.match(other) ?? []) width += widthOfRun(run) - run.length;
  return width;
}

function widthOfRun(text: string): number {
  if (text.length <= longest) return stringWidth(text);
  let width = 0;
  for (const character of graphemesOf(text)) width += stringWidth(character);
  return width;
}

/**
 * Breaks a printable text into lines at spaces; a word that is too wide for a line is broken between characters.
 *
 * @param width columns of a line; Infinity gives one line
 */
export function wrapText(text: string, width: number): string[] {
  if (displayWidth(text) <= width) return [text];
  const lines: string[] = [];
  let line = "";
  let used = 0;
  for (const word of text.split(" ").flatMap((each) => piecesOf(each, width))) {
    const wide = displayWidth(word);
    if (line !== "" && used + 1 + wide > width) {
      lines.push(line);
      line = "";
      used = 0;
    }
    used += wide + (line === "" ? 0 : 1);
    line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

/** A word, or its parts where it is wider than a line. */
function piecesOf(word: string, width: number): string[] {
  if (displayWidth(word) <= width) return [word];
  const pieces: string[] = [];
  let piece = "";
  let used = 0;
  for (const character of graphemesOf(word)) {
    const wide = displayWidth(character);
    if (piece !== "" && used + wide > width) {
      pieces.push(piece);
      piece = "";
      used = 0;
    }
    piece += character;
    used += wide;
  }
  return [...pieces, piece];
}
