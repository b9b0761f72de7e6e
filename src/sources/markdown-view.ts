import type { Root } from "mdast";
import type { Document, Failure } from "#model/document";
import type { FrontMatter } from "#model/front-matter";
import type { ShortcodeSyntax } from "#model/shortcode";
import type { Span } from "#model/span";
import type { MarkdownView } from "#rule-kit/views";
import { readFrontMatter } from "./front-matter.ts";
import { mdxFailure, withoutDialects } from "./mdx-failure.ts";
import { loadMarkdownParser, type MarkdownParser, type ParserChoice } from "./markdown-parsers.ts";
import { maskShortcodes, type Masked } from "./shortcodes.ts";

/** What steers the parsing of Markdown. */
export interface ViewOptions {
  readonly parser?: ParserChoice | undefined;
  /** The shortcodes that the site's generator knows; without it all forms are recognised. */
  readonly shortcodes?: readonly ShortcodeSyntax[] | undefined;
}

const frontMatters = new WeakMap<Document, Promise<FrontMatter>>();

/** The front matter of a document, read once for the reader and the view. */
export function frontMatterOf(document: Document): Promise<FrontMatter> {
  const known = frontMatters.get(document) ?? readFrontMatter(document.text);
  frontMatters.set(document, known);
  return known;
}

/** Opens a Markdown document for facts. Loads the parser that its form needs; parses when a fact asks for the tree. */
export async function openMarkdown(document: Document, options: ViewOptions = {}): Promise<MarkdownView> {
  const isMdx = /\.mdx$/i.test(document.path);
  const [frontMatter, parser] = await Promise.all([frontMatterOf(document), loadMarkdownParser(isMdx, options.parser)]);
  // Where MDX is wrong, the body is still checked, as Markdown.
  const fallback = isMdx ? await loadMarkdownParser(false, options.parser) : undefined;
  return new OpenMarkdown(document, frontMatter, parser, fallback, isMdx ? ["directive"] : options.shortcodes);
}

class OpenMarkdown implements MarkdownView {
  readonly document: Document;
  readonly frontMatter: FrontMatter;
  readonly isMdx: boolean;
  readonly #parser: MarkdownParser;
  readonly #fallback: MarkdownParser | undefined;
  readonly #syntaxes: readonly ShortcodeSyntax[] | undefined;
  #masked: Masked | undefined;
  #parsed: Parsed | undefined;

  constructor(
    document: Document,
    frontMatter: FrontMatter,
    parser: MarkdownParser,
    fallback: MarkdownParser | undefined,
    syntaxes: readonly ShortcodeSyntax[] | undefined,
  ) {
    this.document = document;
    this.frontMatter = frontMatter;
    this.isMdx = fallback !== undefined;
    this.#parser = parser;
    this.#fallback = fallback;
    this.#syntaxes = syntaxes;
  }

  get bodyStart(): number {
    return this.frontMatter.bodyStart;
  }

  get masked(): string {
    return this.#mask().text;
  }

  get shortcodes() {
    return this.#mask().shortcodes;
  }

  tree(): Root {
    return this.#parse().tree;
  }

  failure(): Failure | undefined {
    return this.#parse().failure;
  }

  #mask(): Masked {
    return (this.#masked ??= maskShortcodes(this.document.text, this.bodyStart, this.#syntaxes));
  }

  #parse(): Parsed {
    return (this.#parsed ??= parseBody(this.masked, this.bodyStart, this.#parser, this.#fallback));
  }
}

interface Parsed {
  readonly tree: Root;
  readonly failure: Failure | undefined;
}

function parseBody(masked: string, bodyStart: number, parser: MarkdownParser, fallback?: MarkdownParser): Parsed {
  const limit = limitFailure(masked, bodyStart, parser);
  if (limit !== undefined) return { tree: emptyRoot, failure: limit };
  // Parsers take a byte order mark off the start and count on without it; one that is doubled is text here.
  const text = masked.startsWith("\ufeff") ? ` ${masked.slice(1)}` : masked;
  try {
    return { tree: parser.parse(text), failure: undefined };
  } catch (error) {
    if (fallback === undefined) return { tree: emptyRoot, failure: mdxFailure(error, text, bodyStart) };
    const tree = parsedDialect(text, parser);
    if (tree !== undefined) return { tree, failure: undefined };
    return { tree: parseBody(masked, bodyStart, fallback).tree, failure: mdxFailure(error, text, bodyStart) };
  }
}

/** The tree of MDX that plugins of its site read before MDX does; undefined where it is wrong without them, too. */
function parsedDialect(text: string, parser: MarkdownParser): Root | undefined {
  const plain = withoutDialects(text);
  try {
    return plain === text ? undefined : parser.parse(plain);
  } catch {
    return undefined;
  }
}

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
