import type { Span } from "#model/span";

const fenceOpening = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(?:(`{3,})[^`\r\n]*|(~{3,})[^\r\n]*)$/;
// Marks that stand before a fence, of lists and quotes, are looked for in so many characters of a line.
const longestMark = 1000;
const fenceClosing = /^[ \t>]*(`{3,}|~{3,})[ \t]*$/;

const rawBefore = /^([ \t]{0,3})(\{%-?[ \t]{0,9}raw[ \t]{0,9}-?%\})(`{3,}|~{3,})/gm;
const rawBehind = /^([ \t]{0,3}(?:`{3,}|~{3,}))(\{%-?[ \t]{0,9}endraw[ \t]{0,9}-?%\})(?=[ \t]*\r?$)/gm;

/**
 * A text in which the marks of fences have their lines for themselves: `{% raw %}` before them and `{% endraw %}` behind
 * them are gone when Markdown is read. Offsets stay, but for those of the marks.
 */
export const withFreeFences = (text: string): string =>
  text.includes("raw")
    ? text
        .replace(rawBefore, (_all, indent: string, tag: string, mark: string) => indent + mark + " ".repeat(tag.length))
        .replace(rawBehind, (_all, marks: string, tag: string) => marks + " ".repeat(tag.length))
    : text;

/** The fenced code and the code spans of a text, ascending. A scan by lines that needs no tree. */
export function codeRegions(text: string, from: number): Span[] {
  const regions: Span[] = [];
  let fence: { readonly mark: string; readonly start: number } | undefined;
  let paragraph = from;
  for (const { line, start } of linesOf(text, from)) {
    if (fence !== undefined) {
      if (!closes(line, fence.mark)) continue;
      regions.push({ start: fence.start, end: start + line.length });
      fence = undefined;
      paragraph = start + line.length;
      continue;
    }
    const [, ticks, tildes] = fenceOpening.exec(line.slice(0, longestMark)) ?? [];
    const mark = ticks ?? tildes;
    if (mark === undefined && line.trim() !== "") continue;
    regions.push(...codeSpans(text, paragraph, start));
    paragraph = start;
    if (mark !== undefined) fence = { mark, start };
  }
  if (fence !== undefined) regions.push({ start: fence.start, end: text.length });
  else regions.push(...codeSpans(text, paragraph, text.length));
  return regions;
}

function* linesOf(text: string, from: number): Iterable<{ line: string; start: number }> {
  for (let start = from; start < text.length;) {
    const next = text.indexOf("\n", start);
    const end = next < 0 ? text.length : next;
    const line = text.slice(start, text[end - 1] === "\r" ? end - 1 : end);
    yield { line, start };
    start = end + 1;
  }
}

function closes(line: string, mark: string): boolean {
  const found = line.length > longestMark ? undefined : fenceClosing.exec(line)?.[1];
  return found !== undefined && found[0] === mark[0] && found.length >= mark.length;
}

/** Code spans in one paragraph: a run of backticks up to the next run of the same length. */
function codeSpans(text: string, start: number, end: number): Span[] {
  const first = text.indexOf("`", start);
  if (first < 0 || first >= end) return [];
  const runs = Array.from(text.slice(start, end).matchAll(/`+/g), ({ 0: ticks, index }) => ({
    start: start + index,
    end: start + index + ticks.length,
  }));
  const partners = nextOfSameLength(runs);
  const spans: Span[] = [];
  for (let index = 0; index < runs.length; index++) {
    const partner = partners[index];
    const run = runs[index];
    if (partner === undefined || run === undefined || text[run.start - 1] === "\\") continue;
    spans.push({ start: run.start, end: runs[partner]?.end ?? run.end });
    index = partner;
  }
  return spans;
}

function nextOfSameLength(runs: readonly Span[]): (number | undefined)[] {
  const next: (number | undefined)[] = [];
  const seen = new Map<number, number>();
  for (let index = runs.length - 1; index >= 0; index--) {
    const run = runs[index];
    if (run === undefined) continue;
    next[index] = seen.get(run.end - run.start);
    seen.set(run.end - run.start, index);
  }
  return next;
}
