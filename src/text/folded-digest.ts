import { digest, Digester } from "./digest.ts";
import { fold } from "./terms.ts";

const space = 0x20;
/** Units below this are looked up: Latin letters, punctuation, arrows and signs, which nearly all texts are of. */
const tableSize = 0x2fff;
/** What `fold` makes of a unit, where that is one unit; 0 for what was not asked for yet, or is more than one. */
const single = new Uint16Array(tableSize);

/** Whether a unit is folded by itself, whatever stands beside it: no mark that joins a letter, no half of a pair. */
const standsAlone = (unit: number) =>
  unit < 0x300 || (unit >= 0x1e00 && unit < 0x1f00) || (unit >= 0x2010 && unit < tableSize);

/** What `fold` makes of a unit; undefined where that takes the text around it. */
function foldedUnit(unit: number): string | undefined {
  if (!standsAlone(unit)) return undefined;
  const folded = fold(`a${String.fromCharCode(unit)}a`).slice(1, -1);
  if (folded.length === 1) single[unit] = folded.charCodeAt(0);
  return folded;
}

/** The digest of a folded part of a text, equal to `digest(fold(part))`, without making either. */
export function foldedDigest(text: string, from = 0, to = text.length): string {
  const digester = new FoldedDigester();
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at);
    const known = single[unit] ?? 0;
    if (known !== 0) digester.add(known);
    else {
      const units = foldedUnit(unit);
      if (units === undefined) return digest(fold(text.slice(from, to)));
      for (let index = 0; index < units.length; index++) digester.add(units.charCodeAt(index));
    }
  }
  return digester.end();
}

/** A digester that makes one space of several and leaves out those at both ends. */
class FoldedDigester {
  private readonly digester = new Digester();
  private isStart = true;
  private gap = false;

  add(unit: number): void {
    if (unit === space) {
      this.gap = !this.isStart;
      return;
    }
    if (this.gap) this.digester.add(space);
    this.digester.add(unit);
    this.isStart = false;
    this.gap = false;
  }

  end(): string {
    return this.digester.end();
  }
}
