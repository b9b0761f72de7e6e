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
  const taken: { start: number; end: number; text: string }[] = [];
  let bom = document.bom;
  let applied = 0;
  for (const fix of fixes) {
    const edits = fix.edits.map(({ range, text }) => ({ start: range.start.offset, end: range.end.offset, text }));
    if (edits.some((edit) => taken.some((other) => overlap(edit, other)))) continue;
    taken.push(...edits);
    if (fix.removesByteOrderMark === true) bom = false;
    applied++;
  }
  let text = "";
  let from = 0;
  for (const edit of taken.toSorted((a, b) => a.start - b.start)) {
    text += document.text.slice(from, edit.start) + edit.text;
    from = edit.end;
  }
  return { document: { ...document, text: text + document.text.slice(from), bom }, applied };
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Two insertions at one place overlap: their order would decide the result. */
const overlap = (a: Stretch, b: Stretch) =>
  (a.start < b.end && b.start < a.end) || (a.start === b.start && (a.start === a.end || b.start === b.end));
