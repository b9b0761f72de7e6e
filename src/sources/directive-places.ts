import type { Span } from "#model/span";
import type { Format } from "#model/document";
import { elementAfter } from "./element-after.ts";
import { codeRegions } from "./shortcodes-code.ts";

/** A document that gets directives. */
export interface Commented {
  readonly text: string;
  readonly format: Format;
  /** Where the body of a Markdown document starts; 0 without front matter. */
  readonly bodyStart: number;
}

/** Where a directive goes, and what it covers from there. */
export interface DirectivePlace {
  readonly at: number;
  readonly command: "disable-next" | "disable-next-line" | "disable-file";
}

/** The place of the directive that covers an offset and as little else as can be; for the whole file where none is. */
export function directivePlace(document: Commented, offset: number): DirectivePlace {
  if (document.format !== "markdown") return elementPlace(document, offset);
  return offset < document.bodyStart ? frontMatterPlace(document, offset) : blockPlace(document, offset);
}

/** The place of a directive for the whole file: in the front matter, else before the body or the root element. */
export function filePlace({ text, format, bodyStart }: Commented): DirectivePlace {
  const command = "disable-file";
  if (format !== "markdown") return { at: Math.max(0, text.search(/<[a-z]/i)), command };
  return { at: hasComments(text, bodyStart) ? text.indexOf("\n") + 1 : bodyStart, command };
}

/** Whether front matter is YAML or TOML, which have comments; JSON has none. */
const hasComments = (text: string, bodyStart: number) => bodyStart > 0 && !text.startsWith("{");

function frontMatterPlace(document: Commented, offset: number): DirectivePlace {
  const at = lineStart(document.text, offset);
  if (at === 0 || !hasComments(document.text, document.bodyStart)) return filePlace(document);
  return { at, command: "disable-next-line" };
}

const lineStart = (text: string, offset: number) => (offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1);

/** A comment before an item of a list or a quote would part it in two, and inside of code it would be text. */
const opensContainer = /^(?:[ \t]|[-*+](?:[ \t]|$)|>|\d{1,9}[.)](?:[ \t]|$))/;

function blockPlace(document: Commented, offset: number): DirectivePlace {
  const { text, bodyStart } = document;
  let at = lineStart(text, offset);
  while (at > bodyStart) {
    const above = lineStart(text, at - 1);
    if (text.slice(above, at).trim() === "") break;
    at = above;
  }
  at = Math.max(at, bodyStart);
  const isInCode = codeRegions(text, bodyStart).some(({ start, end }) => start < at && at < end);
  return isInCode || opensContainer.test(text.slice(at, at + 20))
    ? filePlace(document)
    : { at, command: "disable-next" };
}

/** So many tags before an offset are looked at for the element around it. */
const mostTags = 200;
const isVoid = /^<(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)\b/i;

/** Before the innermost element around an offset, or around its tag. */
function elementPlace(document: Commented, offset: number): DirectivePlace {
  const { text } = document;
  const opaque = opaqueRegions(text);
  let at = text.lastIndexOf("<", offset);
  for (let tried = 0; at >= 0 && tried < mostTags; tried++) {
    const region = opaque.find(({ start, end }) => start < at && at < end);
    if (region !== undefined) at = region.start;
    else if (covers(text, at, offset)) return { at, command: "disable-next" };
    else at = at === 0 ? -1 : text.lastIndexOf("<", at - 1);
  }
  return filePlace(document);
}

function covers(text: string, at: number, offset: number): boolean {
  if (!/^<[a-z]/i.test(text.slice(at, at + 2))) return false;
  if (isVoid.test(text.slice(at, at + 10))) return offset < text.indexOf(">", at);
  const { start, end } = elementAfter(text, at);
  return start === at && offset < end;
}

/** Comments, CDATA, scripts and styles: what looks like a tag in them is none. */
function opaqueRegions(text: string): Span[] {
  const opening = /<!--|<!\[CDATA\[|<(script|style|textarea)(?=[\s>])/gi;
  const regions: Span[] = [];
  for (let open = opening.exec(text); open !== null; open = opening.exec(text)) {
    const close = open[1] === undefined ? (open[0] === "<!--" ? /-->/g : /\]\]>/g) : new RegExp(`</${open[1]}`, "gi");
    close.lastIndex = open.index + open[0].length;
    const end = close.exec(text) === null ? text.length : close.lastIndex;
    regions.push({ start: open.index, end });
    opening.lastIndex = end;
  }
  return regions;
}
