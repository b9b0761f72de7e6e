import { digested, digestFactors, digestOf, digestStart } from "./digest.ts";
import { fold } from "./terms.ts";

const space = 0x20;
/** Units below this are looked up: Latin and Cyrillic letters, punctuation, arrows and signs, which nearly all texts are of. */
const tableSize = 0x2c00;
/** What `fold` makes of a unit, where that is one unit; 0 for what was not asked for yet, or is more than one. */
const single = new Uint16Array(tableSize);

/** Whether a unit is folded by itself, whatever stands beside it: no mark that joins a letter, no half of a pair. */
const standsAlone = (unit: number) =>
  unit < 0x300 ||
  (unit >= 0x400 && unit < 0x483) ||
  (unit >= 0x1e00 && unit < 0x1f00) ||
  (unit >= 0x2010 && unit < 0x20d0) ||
  (unit >= 0x2100 && unit < tableSize);

/** What `fold` makes of a unit; undefined where that takes the text around it. */
function foldedUnit(unit: number): string | undefined {
  if (!standsAlone(unit)) return undefined;
  const folded = fold(`a${String.fromCharCode(unit)}a`).slice(1, -1);
  if (folded.length === 1) single[unit] = folded.charCodeAt(0);
  return folded;
}

/** Two running hashes, and whether they have taken in nothing yet. */
interface Running {
  readonly a: number;
  readonly b: number;
  readonly isEmpty: boolean;
}

/** Units that are folded at once, at least, where one of them is not folded by itself. */
const stretch = 1000;

/** The digest of a folded part of a text, equal to `digest(fold(part))`, without making either. */
export function foldedDigest(text: string, from = 0, to = text.length): string {
  let running: Running = { ...digestStart, isEmpty: true };
  for (let at = from, end; at < to; at = end + 1) {
    end = endOfLine(text, at, to);
    const line = unitsTakenIn(running, text, at, end);
    // How a unit is folded never depends on another line; one that is not folded alone seldom comes alone.
    if (line === undefined) end = endOfLine(text, Math.max(end, at + stretch), to);
    running = line ?? textTakenIn(running, fold(text.slice(at, end)));
  }
  return digestOf(running.a, running.b);
}

function endOfLine(text: string, at: number, to: number): number {
  const newline = at < to ? text.indexOf("\n", at) : to;
  return newline < 0 || newline > to ? to : newline;
}

/** Takes in the folded units of a line; undefined where one makes the text longer, or depends on those beside it. */
function unitsTakenIn(running: Running, text: string, from: number, to: number): Running | undefined {
  let { a, b, isEmpty } = running;
  let gap = !isEmpty;
  for (let at = from; at < to; at++) {
    const own = text.charCodeAt(at);
    const unit = single[own] ?? 0;
    // NUL, a stray one of which may stand in a text, is the one unit that is folded to 0.
    if (unit === 0 && own !== 0) {
      // A unit that was not met before is looked up and met again.
      if (foldedUnit(own)?.length !== 1) return undefined;
      at--;
    } else if (unit === space) gap = !isEmpty;
    else {
      if (gap) {
        a = Math.imul(a ^ space, digestFactors.a);
        b = Math.imul(b ^ space, digestFactors.b);
      }
      a = Math.imul(a ^ unit, digestFactors.a);
      b = Math.imul(b ^ unit, digestFactors.b);
      isEmpty = gap = false;
    }
  }
  return { a, b, isEmpty };
}

function textTakenIn(running: Running, folded: string): Running {
  if (folded === "") return running;
  const [a, b] = digested(running.isEmpty ? folded : ` ${folded}`, running.a, running.b);
  return { a, b, isEmpty: false };
}
