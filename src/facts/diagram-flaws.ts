import type { Span } from "#model/span";
import { defineFact } from "#rule-kit/define-fact";
import type { DiagramFlaw, DiagramParser, MarkdownView } from "#rule-kit/views";
import { filler, visitsOf } from "./markdown-nodes.ts";

/** A Mermaid diagram in whose place readers see an error. */
export interface FlawedDiagram {
  readonly flaw: DiagramFlaw;
  /** What can't be read, the line that it is in, or the first line of the diagram. */
  readonly span: Span;
}

/** The Mermaid diagrams of a Markdown document that can't be drawn; null where there are none. */
export const diagramFlaws = defineFact<readonly FlawedDiagram[] | null>({
  id: "diagram-flaws",
  version: 1,
  from: { entry: () => null, diagrams: read },
});

/** Length of all diagrams of a document up to which they are read, in UTF-16 units: what is hostile has an end. */
const mostText = 100_000;

async function read(view: MarkdownView, parse: DiagramParser): Promise<readonly FlawedDiagram[] | null> {
  const flawed: FlawedDiagram[] = [];
  const diagrams = [...inFences(view), ...inShortcodes(view)].toSorted((a, b) => a.span.start - b.span.start);
  let length = 0;
  for (const diagram of diagrams) {
    length += diagram.text.length;
    if (length > mostText) break;
    const flaw = await parse(diagram.text);
    if (flaw !== undefined) flawed.push({ flaw, span: placeOf(view.document.text, diagram, flaw) });
  }
  return flawed.length > 0 ? flawed : null;
}

/** The source of a diagram. */
interface Diagram {
  readonly text: string;
  /** The lines of the text in the document, with marks of lists and quotes before them; after a fence, where there is one. */
  readonly span: Span;
  readonly isFenced: boolean;
}

/** Code blocks that Mermaid draws. One in which the generator replaces something is not known here. */
const inFences = (view: MarkdownView): Diagram[] =>
  visitsOf(view).flatMap(({ node, start, end }) => {
    const isDiagram = node.type === "code" && /^\{?\.?mermaid\}?$/i.test(node.lang ?? "");
    return isDiagram && !node.value.includes(filler) ? { text: node.value, span: { start, end }, isFenced: true } : [];
  });

const inShortcodes = ({ document, shortcodes }: MarkdownView): Diagram[] =>
  shortcodes.flatMap(({ name, inner }) =>
    name.toLowerCase() === "mermaid" && inner !== undefined
      ? { text: document.text.slice(inner.start, inner.end), span: inner, isFenced: false }
      : [],
  );

function placeOf(source: string, { span, isFenced }: Diagram, flaw: DiagramFlaw): Span {
  const isLine = flaw.kind === "syntax";
  const line = isLine ? lineAt(source, span, flaw.line + (isFenced ? 1 : 0)) : firstLine(source, span);
  const text = source.slice(line.start, line.end);
  const found = isLine && flaw.found !== "" ? text.indexOf(flaw.found) : -1;
  // What stands there twice could be either.
  if (isLine && found >= 0 && text.lastIndexOf(flaw.found) === found) {
    return { start: line.start + found, end: line.start + found + flaw.found.length };
  }
  return { start: line.start + text.length - text.trimStart().length, end: line.start + text.trimEnd().length };
}

/** The first line of a part that is not blank. */
const firstLine = (source: string, { start, end }: Span): Span =>
  lineAt(source, { start: start + Math.max(0, source.slice(start, end).search(/\S/)), end }, 0);

/** A line of a part, by its number from 0, or the last one. */
function lineAt(source: string, { start, end }: Span, number: number): Span {
  const breaks = /\r\n?|\n/g;
  breaks.lastIndex = start;
  let from = start;
  for (let line = 0; ; line++) {
    const found = breaks.exec(source);
    const to = found === null || found.index > end ? end : found.index;
    if (line === number || to === end) return { start: from, end: to };
    from = breaks.lastIndex;
  }
}
