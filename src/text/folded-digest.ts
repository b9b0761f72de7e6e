import { digest, Digester } from "./digest.ts";
import { fold } from "./terms.ts";

const space = 0x20;
/** Units below this are looked up: Latin letters, punctuation, arrows and signs, which nearly all texts are of. */
const tableSize = 0x2fff;
/** What `fold` makes of a unit, as far as it was asked for. */
const known: (readonly number[] | undefined)[] = Array.from({ length: tableSize });

/** Whether a unit is folded by itself, whatever stands beside it: no mark that joins a letter, no half of a pair. */
const standsAlone = (unit: number) =>
  unit < 0x300 || (unit >= 0x1e00 && unit < 0x1f00) || (unit >= 0x2010 && unit < tableSize);

/** What `fold` makes of a unit; undefined where that takes the text around it. */
function foldedUnit(unit: number): readonly number[] | undefined {
  if (!standsAlone(unit)) return undefined;
  const folded = known[unit] ?? unitsOf(fold(`a${String.fromCharCode(unit)}a`).slice(1, -1));
  known[unit] = folded;
  return folded;
}

const unitsOf = (text: string) => Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));

/** The digest of a folded part of a text, equal to `digest(fold(part))`, without making either. */
export function foldedDigest(text: string, from = 0, to = text.length): string {
  const digester = new Digester();
  let isStart = true;
  let gap = false;
  for (let at = from; at < to; at++) {
    const units = foldedUnit(text.charCodeAt(at));
    if (units === undefined) return digest(fold(text.slice(from, to)));
    for (const unit of units) {
      if (unit === space) {
        gap = true;
        continue;
      }
      if (gap && !isStart) digester.add(space);
      digester.add(unit);
      [isStart, gap] = [false, false];
    }
  }
  return digester.end();
}
