import purify from "dompurify";
import mermaid from "mermaid";
import type { DiagramFlaw } from "#rule-kit/views";

// Mermaid asks DOMPurify to clean labels that it is going to draw. Without a browser DOMPurify can't, and nothing is drawn.
Object.assign(purify, { addHook: () => undefined, sanitize: (text: string) => text });

/** Longest diagram that Mermaid draws, in UTF-16 units: the default of its option `maxTextSize`. */
const longest = 50_000;

/** Longest diagram that is read: Mermaid's parsers take time with the square of some texts, a third of a second here. */
const longestRead = 10_000;

/** Kinds of diagrams that sites register with Mermaid from packages of their own. */
const external = new Set(["zenuml"]);

/** Reads a diagram with Mermaid's own parser; undefined where it can be drawn. */
export async function parseDiagram(text: string): Promise<DiagramFlaw | undefined> {
  const lines = readLines(text);
  const kind = /\S+/.exec(lines[0]?.text ?? "")?.[0];
  if (kind === undefined) return { kind: "empty" };
  if (text.length > longest) return { kind: "refused", reason: "Maximum text size in diagram exceeded" };
  if (external.has(kind) || text.length > longestRead) return undefined;
  try {
    await mermaid.parse(lines.map((line) => line.text).join("\n"));
    return undefined;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return error.name === "UnknownDiagramError" ? { kind: "type", found: kind } : flawOf(error, lines);
  }
}

/** A line that Mermaid reads, with its number in the diagram as it was written. */
interface Line {
  readonly text: string;
  readonly number: number;
}

/** Mermaid's pattern of the front matter of a diagram. */
const frontMatter = /^([^\S\n\r]*)-{3}\s*[\n\r](.*?)[\n\r]\1-{3}\s*[\n\r]+/s;
/** Longer runs of white space are cut: Mermaid's patterns take time with the square of them. */
const longestBlank = 100;

/**
 * The lines that Mermaid is to read. It leaves out front matter, directives, comments and what is blank before the first
 * line, and then counts lines in what is left: so these are left out here, where their numbers are kept.
 */
function readLines(text: string): readonly Line[] {
  const whole = text.replace(/\r\n?/g, "\n");
  const head = frontMatter.exec(whole)?.[0] ?? "";
  const lines: Line[] = [];
  let number = head.split("\n").length - 1;
  let blanks = 0;
  for (const line of withoutDirectives(whole.slice(head.length)).split("\n")) {
    const isBlank = line.trim() === "";
    blanks = isBlank ? blanks + 1 : 0;
    const isRead = !isComment.test(line) && (!isBlank || (lines.length > 0 && blanks < longestBlank));
    if (isRead) lines.push({ text: isBlank ? "" : line.replace(longBlank, cutBlank), number });
    number++;
  }
  return lines;
}

const isComment = /^\s*%%[^{\n]/;
const longBlank = new RegExp(`\\s{${longestBlank},}`, "g");
const cutBlank = (blank: string) => blank.slice(0, longestBlank);

/** A diagram without its `%%{init: …}%%`, which only say how it is drawn; their line breaks stay. */
function withoutDirectives(text: string): string {
  let rest = text;
  let kept = "";
  for (let start = rest.indexOf("%%{"); start >= 0; start = rest.indexOf("%%{")) {
    const end = rest.indexOf("}%%", start);
    if (end < 0) break;
    kept += rest.slice(0, start) + rest.slice(start, end).replace(/[^\n]+/g, "");
    rest = rest.slice(end + 3);
  }
  return kept + rest;
}

/** What Mermaid's two kinds of parsers tell of the place where they stop. */
interface ParserError extends Error {
  /** Of the parsers that Jison makes; lines from 0, those of `loc`, the last token that was understood, from 1. */
  readonly hash?: { text?: string; line?: number; loc?: { first_line: number } };
  /** Of those that Langium makes; lines from 1, NaN behind the last one. */
  readonly result?: {
    lexerErrors: readonly { line?: number; message: string }[];
    parserErrors: readonly { token: { image: string; startLine?: number } }[];
  };
}

function flawOf(error: ParserError, lines: readonly Line[]): DiagramFlaw {
  const stop = stopOf(error, lines);
  if (stop === undefined) return { kind: "refused", reason: error.message };
  const at = Math.max(0, Math.min(stop.line, lines.length - 1));
  return { kind: "syntax", line: lines[at]?.number ?? 0, found: stop.found.trim() };
}

interface Stop {
  /** From 0, in what Mermaid was given. */
  readonly line: number;
  readonly found: string;
}

/** Where a parser stops; undefined where it got to the end. */
function stopOf({ hash, result }: ParserError, lines: readonly Line[]): Stop | undefined {
  if (result !== undefined) return stopOfLangium(result, lines.length);
  return hash?.line === undefined ? undefined : stopOfJison(hash, hash.line, lines);
}

function stopOfLangium({ lexerErrors, parserErrors }: NonNullable<ParserError["result"]>, count: number): Stop {
  const [lexerError] = lexerErrors;
  if (lexerError !== undefined) return { line: (lexerError.line || count) - 1, found: "" };
  const { image = "", startLine } = parserErrors[0]?.token ?? {};
  return { line: (startLine || count) - 1, found: image };
}

/** Jison has often gone on to the line after the one that it can't read. */
function stopOfJison({ text = "", loc }: NonNullable<ParserError["hash"]>, line: number, lines: readonly Line[]): Stop {
  const found = text.trim().split("\n", 1)[0] ?? "";
  if (found !== "" && lines[line]?.text.includes(found) === true) return { line, found };
  return { line: loc === undefined ? line : loc.first_line - 1, found: "" };
}
