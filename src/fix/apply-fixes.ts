import type { Document } from "#model/document";
import type { Fix } from "#model/report";

/** A document after some fixes. */
export interface Fixed {
  readonly document: Document;
  /** How many fixes were carried out. One that overlaps another waits for the next round. */
  readonly applied: number;
}

/**
 * Applies fixes to a document, each as a whole or not at all, the first in the text first. A fix that overlaps one that
 * is applied already is left for another round, when its places are known anew.
 */
export function applyFixes(document: Document, fixes: readonly Fix[]): Fixed {
  const taken = new Taken();
  let bom = document.bom;
  let applied = 0;
  for (const fix of fixes) {
    const edits = fix.edits.map(({ range, text }) => ({ start: range.start.offset, end: range.end.offset, text }));
    if (edits.some((edit) => taken.meets(edit))) continue;
    for (const edit of edits) taken.add(edit);
    if (fix.removesByteOrderMark === true) bom = false;
    applied++;
  }
  let text = "";
  let from = 0;
  for (const edit of taken.inOrder) {
    text += document.text.slice(from, edit.start) + edit.text;
    from = edit.end;
  }
  return { document: { ...document, text: text + document.text.slice(from), bom }, applied };
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

interface WrittenEdit extends Stretch {
  readonly text: string;
}

/** Edits that don't overlap, by their places. */
class Taken {
  readonly inOrder: WrittenEdit[] = [];

  /** Whether an edit overlaps one of them: none can but its neighbours. */
  meets(edit: Stretch): boolean {
    const at = this.#countBefore(edit.start);
    return [this.inOrder[at - 1], this.inOrder[at]].some((other) => other !== undefined && overlap(edit, other));
  }

  add(edit: WrittenEdit): void {
    this.inOrder.splice(this.#countBefore(edit.start + 1), 0, edit);
  }

  /** How many start before an offset. Fixes come in the order of their places, so most often all do. */
  #countBefore(start: number): number {
    let low = 0;
    let high = this.inOrder.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.inOrder[middle]?.start ?? 0) < start) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Two insertions at one place overlap: their order would decide the result. */
const overlap = (a: Stretch, b: Stretch) =>
  (a.start < b.end && b.start < a.end) || (a.start === b.start && (a.start === a.end || b.start === b.end));
