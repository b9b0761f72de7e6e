import { displayWidth } from "#text/display-width";
import { graphemesOf } from "#text/graphemes";
import { printable } from "#text/printable";

/** A stretch of a line that fits a width, in three printable parts: what is marked, and what stands around it. */
export interface SourceWindow {
  readonly before: string;
  readonly marked: string;
  readonly after: string;
}

const ellipsis = "…";
/** Columns before a mark that is itself too long for the window: room for the key in front of a value. */
const leastBefore = 12;
/** UTF-16 units looked at for one column. Lines may have millions of characters, and a character many marks. */
const unitsPerColumn = 8;

/**
 * Cuts a line to the part around a mark. The mark is shown as far as it fits, the rest of the width goes to both sides.
 *
 * @param from offset in the line where the mark starts
 * @param to where it ends, exclusive
 * @param width columns that the three parts may take together
 */
export function windowAround(line: string, from: number, to: number, width: number): SourceWindow {
  const most = width * unitsPerColumn;
  const before = cellsOf(line.slice(Math.max(0, from - most), from), from > most, "start");
  const mark = cellsOf(line.slice(from, Math.min(to, from + most)), to - from > most, "end");
  const after = cellsOf(line.slice(to, to + most), line.length - to > most, "end");

  const marked = takeStart(mark, width - Math.min(before.width, leastBefore, width >> 1));
  if (marked !== textOf(mark)) {
    return { before: takeEnd(before, width - displayWidth(marked)), marked, after: "" };
  }
  const left = width - mark.width;
  const shownBefore = takeEnd(before, Math.max(left - after.width, Math.ceil(left / 2)));
  return { before: shownBefore, marked, after: takeStart(after, left - displayWidth(shownBefore)) };
}

interface Cells {
  readonly cells: readonly string[];
  readonly width: number;
}

/** The characters of a text; where it is a part of a longer one, the character at the open end may be half of one. */
function cellsOf(text: string, isCut: boolean, openEnd: "start" | "end"): Cells {
  const cells = [...graphemesOf(text)].map(printable);
  if (!isCut) return { cells, width: widthOf(cells) };
  const inside = openEnd === "start" ? cells.slice(1) : cells.slice(0, -1);
  // Too wide to be shown whole, whatever its characters measure, so that an ellipsis says that it is cut.
  return { cells: inside, width: Infinity };
}

const widthOf = (cells: readonly string[]) => cells.reduce((sum, cell) => sum + displayWidth(cell), 0);

const textOf = ({ cells }: Cells) => cells.join("");

function takeStart({ cells, width }: Cells, room: number): string {
  if (width <= room) return cells.join("");
  return room < 1 ? "" : fitting(cells, room - 1).join("") + ellipsis;
}

function takeEnd({ cells, width }: Cells, room: number): string {
  if (width <= room) return cells.join("");
  return room < 1
    ? ""
    : ellipsis +
        fitting(cells.toReversed(), room - 1)
          .toReversed()
          .join("");
}

/** The first cells that fit. */
function fitting(cells: readonly string[], room: number): string[] {
  let used = 0;
  const end = cells.findIndex((cell) => (used += displayWidth(cell)) > room);
  return cells.slice(0, end === -1 ? cells.length : end);
}
