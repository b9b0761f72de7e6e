import { digest, digestFactors, digestOf, digestStart } from "./digest.ts";
import { fold } from "./terms.ts";

const space = 0x20;
/** Units below this are looked up: Latin letters, punctuation, arrows and signs, which nearly all texts are of. */
const tableSize = 0x2c00;
/** What `fold` makes of a unit, where that is one unit; 0 for what was not asked for yet, or is more than one. */
const single = new Uint16Array(tableSize);

/** Whether a unit is folded by itself, whatever stands beside it: no mark that joins a letter, no half of a pair. */
const standsAlone = (unit: number) =>
  unit < 0x300 ||
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

/** The digest of a folded part of a text, equal to `digest(fold(part))`, without making either. */
export function foldedDigest(text: string, from = 0, to = text.length): string {
  let [a, b] = [digestStart.a as number, digestStart.b as number];
  let isStart = true;
  let gap = false;
  for (let at = from; at < to; at++) {
    const own = text.charCodeAt(at);
    const unit = single[own] ?? 0;
    // NUL, a stray one of which may stand in a text, is the one unit that is folded to 0.
    if (unit === 0 && own !== 0) {
      // A unit that was not met before is looked up and met again; others make the text longer, or depend on it.
      if (foldedUnit(own)?.length !== 1) return digest(fold(text.slice(from, to)));
      at--;
    } else if (unit === space) gap = !isStart;
    else {
      if (gap) {
        a = Math.imul(a ^ space, digestFactors.a);
        b = Math.imul(b ^ space, digestFactors.b);
      }
      a = Math.imul(a ^ unit, digestFactors.a);
      b = Math.imul(b ^ unit, digestFactors.b);
      isStart = gap = false;
    }
  }
  return digestOf(a, b);
}
