import type { MarkdownView } from "#rule-kit/views";
import type { Piece } from "./markdown-pieces.ts";

/** What makes lines verses: enough of them, none long, few that end a sentence, and most set off from the next. */
const usual = { fewest: 6, longest: 70, ending: 0.6, setOff: 0.7, capital: 0.8 } as const;
/** Most lines that are looked at. */
const mostLines = 400;

/**
 * Whether a body is a poem or a song: its text is short lines that the author has broken, and little else. Its first verse
 * sums nothing up, and is often its title too.
 */
export function isVerse({ masked }: MarkdownView, pieces: readonly Piece[]): boolean {
  const [lines, others] = [[] as Line[], pieces.filter(({ visit }) => isOther(visit.node.type)).length];
  for (const { visit } of pieces) {
    if (visit.node.type !== "paragraph") continue;
    const own = linesOf(masked.slice(visit.start, visit.end));
    // Prose is told by its first paragraph.
    if (own.some(({ text }) => text.length > usual.longest)) return false;
    lines.push(...own);
    if (lines.length > mostLines) break;
  }
  const share = (fits: (line: Line) => boolean) => lines.filter(fits).length / lines.length;
  return (
    lines.length >= usual.fewest &&
    others * 10 <= lines.length &&
    share(({ text }) => /[.!?。！？।]["'”’»)*_]{0,3}$/u.test(text)) <= usual.ending &&
    (share(({ isSetOff }) => isSetOff) >= usual.setOff ||
      share(({ text }) => /^\P{L}{0,5}\p{Lu}/u.test(text)) >= usual.capital)
  );
}

const isOther = (type: string) => type === "list" || type === "code" || type === "table";

interface Line {
  readonly text: string;
  /** Whether it ends its paragraph, or is broken off by hand. */
  readonly isSetOff: boolean;
}

const linesOf = (paragraph: string): Line[] =>
  paragraph.split("\n").flatMap((line, index, all) => {
    const text = line.replace(/(?:\\|<br\s{0,3}\/?>)?\s{0,20}$/i, "").trim();
    if (!/\p{L}/u.test(text)) return [];
    const isSetOff = index === all.length - 1 || /(?: {2}|\\|<br\s{0,3}\/?>)\s{0,9}$/i.test(line);
    return [{ text, isSetOff }];
  });
