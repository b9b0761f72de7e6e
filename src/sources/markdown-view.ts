import type { Root } from "mdast";
import type { Document, Failure } from "#model/document";
import type { FrontMatter } from "#model/front-matter";
import type { ShortcodeSyntax } from "#model/shortcode";
import type { MarkdownView } from "#rule-kit/views";
import { readFrontMatter } from "./front-matter.ts";
import { bodyReader, type BodyForm, type Parsed } from "./markdown-body.ts";
import type { ParserChoice } from "./markdown-parsers.ts";
import { maskShortcodes, type Masked } from "./shortcodes.ts";

/** What steers the parsing of Markdown. */
export interface ViewOptions {
  readonly parser?: ParserChoice | undefined;
  /** The shortcodes that the site's generator knows; without it all forms are recognised. */
  readonly shortcodes?: readonly ShortcodeSyntax[] | undefined;
  /** Whether the site's generator reads all Markdown as MDX. */
  readonly readsMdx?: boolean | undefined;
  /** Whether it takes much in MDX that is none today. */
  readonly hasFirstMdx?: boolean | undefined;
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
  const isStrict = isMdx && options.hasFirstMdx !== true;
  const form: BodyForm = isStrict ? "mdx" : isMdx || options.readsMdx === true ? "either" : "markdown";
  const frontMatter = await frontMatterOf(document);
  const syntaxes: ViewOptions["shortcodes"] = isMdx ? ["directive"] : options.shortcodes;
  const masked = once(() => maskShortcodes(document.text, frontMatter.bodyStart, syntaxes));
  const body = { form, bodyStart: frontMatter.bodyStart, text: document.text, masked: () => masked().text };
  return new OpenMarkdown(document, frontMatter, isMdx, masked, await bodyReader(body, options.parser));
}

class OpenMarkdown implements MarkdownView {
  readonly document: Document;
  readonly frontMatter: FrontMatter;
  readonly isMdx: boolean;
  readonly #masked: () => Masked;
  readonly #parsed: () => Parsed;

  constructor(
    document: Document,
    frontMatter: FrontMatter,
    isMdx: boolean,
    masked: () => Masked,
    parsed: () => Parsed,
  ) {
    this.document = document;
    this.frontMatter = frontMatter;
    this.isMdx = isMdx;
    this.#masked = masked;
    this.#parsed = once(parsed);
  }

  get bodyStart(): number {
    return this.frontMatter.bodyStart;
  }

  get masked(): string {
    return this.#masked().text;
  }

  get shortcodes() {
    return this.#masked().shortcodes;
  }

  tree(): Root {
    return this.#parsed().tree;
  }

  failure(): Failure | undefined {
    return this.#parsed().failure;
  }
}

/** A function that works its value out when it is first asked, and keeps it. */
function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
