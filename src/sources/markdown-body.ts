import type { Root } from "mdast";
import type { Failure } from "#model/document";
import type { Span } from "#model/span";
import { joinsTooMuch } from "./joined-text.ts";
import {
  loadMarkdownParser,
  loadMdxParser,
  readMdxNatively,
  type MarkdownParser,
  type ParserChoice,
} from "./markdown-parsers.ts";
import { mdxFailure, withoutDialects } from "./mdx-failure.ts";

/** How a body is read: as Markdown, as MDX, or as MDX where it can be and as Markdown where it can't. */
export type BodyForm = "markdown" | "mdx" | "either";

/** The body of a Markdown document. */
interface Body {
  readonly form: BodyForm;
  readonly bodyStart: number;
  readonly text: string;
  /** The document with blanks and fillers in place of what is no Markdown. */
  masked(): string;
}

/** Loads the parsers that a body needs, and gives what reads it. Of MDX satteri knows at once whether it can read it. */
export async function bodyReader(body: Body, asked?: ParserChoice): Promise<() => Parsed> {
  const { form, bodyStart, masked } = body;
  const choice = joinsTooMuch(body.text) ? "remark" : asked;
  if (form === "markdown") {
    const parser = await loadMarkdownParser(choice);
    return () => parseBody(masked(), bodyStart, parser);
  }
  const text = masked();
  const read = choice === "remark" || deepestNesting(text) > mostLevels ? undefined : await nativeTree(text);
  if (typeof read === "object") return () => ({ tree: read, failure: undefined });
  if (read === "wrong" && form === "either") return bodyReader({ ...body, form: "markdown" }, choice);
  // Where MDX is wrong, the body is still checked, as Markdown.
  const [strict, fallback] = await Promise.all([loadMdxParser(), loadMarkdownParser(choice)]);
  return () => {
    const parsed = parseBody(text, bodyStart, strict, fallback);
    return form === "mdx" || parsed.failure?.kind === "limit" ? parsed : { tree: parsed.tree, failure: undefined };
  };
}

/** The tree of MDX by satteri, without what plugins of its site read before where that is what is wrong with it. */
async function nativeTree(masked: string): Promise<Root | "wrong" | undefined> {
  const text = withoutMark(masked);
  const read = await readMdxNatively(text);
  return read === "wrong" ? readMdxNatively(withoutDialects(text)) : read;
}

/** The tree of a body, and what kept it from being read as it is. */
export interface Parsed {
  readonly tree: Root;
  readonly failure: Failure | undefined;
}

function parseBody(masked: string, bodyStart: number, parser: MarkdownParser, fallback?: MarkdownParser): Parsed {
  const limit = limitFailure(masked, bodyStart, parser);
  if (limit !== undefined) return { tree: emptyRoot, failure: limit };
  const text = withoutMark(masked);
  const read = tryParse(parser, text);
  if ("tree" in read) return { ...read, failure: undefined };
  if (fallback === undefined) return { tree: emptyRoot, failure: mdxFailure(read.error, text, bodyStart) };
  // What plugins of a site read before MDX does is right, though it would be wrong without them.
  const plain = withoutDialects(text);
  const again = plain === text ? read : tryParse(parser, plain);
  if ("tree" in again) return { ...again, failure: undefined };
  return { tree: parseBody(masked, bodyStart, fallback).tree, failure: mdxFailure(again.error, text, bodyStart) };
}

function tryParse(parser: MarkdownParser, text: string): { readonly tree: Root } | { readonly error: unknown } {
  try {
    return { tree: parser.parse(text) };
  } catch (error) {
    return { error };
  }
}

/** Parsers take a byte order mark off the start and count on without it; one that is doubled is text here. */
const withoutMark = (text: string) => (text.startsWith("\ufeff") ? ` ${text.slice(1)}` : text);

const emptyRoot: Root = { type: "root", children: [] };

/** Deepest nesting of quotes and lists; what people write has four or five levels. */
const mostLevels = 500;

/** What keeps a body from being parsed: parsers take quadratic time, or all of the stack, for deep nesting. */
function limitFailure(text: string, bodyStart: number, parser: MarkdownParser): Failure | undefined {
  const span: Span = { start: bodyStart, end: bodyStart };
  const say = (found: string, expected: string): Failure => ({ kind: "limit", span, found, expected });
  if (text.length > parser.longest) {
    return say(sizeOf(text.length), `at most ${sizeOf(parser.longest)} for the parser ${parser.name}`);
  }
  const deepest = deepestNesting(text);
  return deepest > mostLevels ? say(`text nested ${deepest} levels deep`, `at most ${mostLevels} levels`) : undefined;
}

const sizeOf = (units: number) => `${units.toLocaleString("en-US")} characters`;

/** An upper bound of how deep blocks and brackets nest. */
function deepestNesting(text: string): number {
  let deepest = 0;
  let brackets = 0;
  let leading: Leading | undefined = { marks: 0, indent: 0 };
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    if (sign === lineFeed) {
      // An empty line ends a paragraph, and with it what its brackets could open.
      if (leading !== undefined) brackets = 0;
      leading = { marks: 0, indent: 0 };
    } else if (leading !== undefined && isStillLeading(leading, text, at, sign)) {
      deepest = Math.max(deepest, leading.marks === 0 ? 0 : leading.marks + (leading.indent >> 1));
    } else {
      leading = undefined;
      if (sign === openBracket) deepest = Math.max(deepest, ++brackets);
      else if (sign === closeBracket) brackets = Math.max(0, brackets - 1);
    }
  }
  return deepest;
}

/** The start of a line, as far as only blanks and marks of lists and quotes stand there. */
interface Leading {
  marks: number;
  indent: number;
}

function isStillLeading(leading: Leading, text: string, at: number, sign: number): boolean {
  if (sign === space || sign === tab || sign === carriageReturn) leading.indent++;
  else if (opensLevel(text, at, sign)) leading.marks++;
  else return sign >= digitZero && sign <= digitNine;
  return true;
}

const [tab, lineFeed, carriageReturn, space] = [9, 10, 13, 32];
const [digitZero, digitNine, openBracket, closeBracket] = [48, 57, 91, 93];

/** Whether a sign at the start of a line, or after others like it, opens a quote or an item of a list. */
function opensLevel(text: string, at: number, sign: number): boolean {
  const mark = String.fromCharCode(sign);
  if (mark === ">") return true;
  return "-*+.)".includes(mark) && /[ \t]/.test(text[at + 1] ?? "");
}
