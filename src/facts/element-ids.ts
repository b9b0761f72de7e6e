import { defineFact } from "#rule-kit/define-fact";
import type { MarkdownView } from "#rule-kit/views";
import { anchorOf } from "#text/anchors";

/** The ids of a document beside those of its headings. */
export interface ElementIds {
  readonly ids: readonly string[];
  /** Whether parts of the document come from elsewhere, so that it may have ids that do not stand in it. */
  readonly isOpen: boolean;
  /** Whether shortcodes stand in the document, so that what looks empty may not be. */
  readonly hasShortcodes: boolean;
}

/** Most ids that are kept of a document. */
const mostIds = 2000;

/** Values of `id` and `name` in the HTML and the attributes of a Markdown document, and the ids that defined terms get; null for other documents. */
export const elementIds = defineFact<ElementIds | null>({
  id: "element-ids",
  version: 6,
  from: { entry: () => null, markdown: idsOf },
});

const attribute = /[\s"'{](?:id|name)\s{0,3}=\s{0,3}["']?([^\s"'<>}]{1,200})/gi;
/** What stands behind a dot is a class to some generators and a part of the id to others. */
const attributeList = /\{[^{}#\n]{0,100}#(([^\s#.{}]{1,200})[^\s#{}]{0,200})(?=[\s}])/g;
/** A term of a definition list: a line before one that starts with a colon. Some generators give it an id. */
const term = /^(?![ \t:>|#-])([^\n]{1,200})\r?\n(?:\r?\n)?:[ \t]/gm;
/** A heading with HTML in it. Hugo makes its id of the line as it is written, with the tags. */
const taggedHeading = /^#{1,6}[ \t]+([^\n<]{0,300}<[^\n]{1,500})$/gm;
const bringsText = /include|import|read|partial|content|snippet|remote|tab|render/i;
/** A document among the parameters of a shortcode, which it is made of then. */
const namesDocument = /\.(?:md|mdx|markdown)(?=["'`\s>}]|%\})/i;
/** Liquid that shows the text of another document, such as `{{ page.content }}`. */
const showsContent = /^\{\{-?\s{0,9}(?:[\w-]{1,80}\.)+content\b/;
/** Most of a tag that is looked at. */
const longestTag = 1000;

/** Whether a document takes in others as components, as Docusaurus lets all Markdown do. */
const takesInDocuments = (body: string): boolean =>
  /^import\s/m.test(body) && /\sfrom\s{1,3}["'][^\n"']{1,300}\.mdx?["']/.test(body);

/**
 * What other tools put in place of a line: a file (pymdownx snippets, markdown-include, VitePress) or the reference that
 * mkdocstrings and mkdocs-click make of code.
 */
const takenIn =
  /^[ \t]{0,8}(?:;?-{1,8}8<-{1,8}|\{!|<!--\s{0,3}@include:|:::[ \t]{1,3}(?:[\w-]{1,80}\.[\w.-]{1,200}|mkdocs-\w{1,30})[ \t]*$)/m;

const termsIn = (body: string): string[] =>
  Array.from(body.matchAll(term), ([, text = ""]) => anchorOf(text.replace(/[`*]|\]\([^)\s]{0,500}\)/g, ""), "github"));

const taggedIn = (body: string): string[] =>
  Array.from(body.matchAll(taggedHeading), ([, line = ""]) => anchorOf(line.trim(), "hugo"));

function idsOf({ document, bodyStart, shortcodes, isMdx }: MarkdownView): ElementIds {
  const body = document.text.slice(bodyStart);
  const named = [attribute, attributeList].flatMap((pattern) =>
    Array.from(body.matchAll(pattern)).flatMap(([, id = "", start = id]) => (start === id ? [id] : [start, id])),
  );
  return {
    ids: [...new Set([...named, ...termsIn(body), ...taggedIn(body)])].slice(0, mostIds),
    hasShortcodes: shortcodes.length > 0,
    isOpen:
      isMdx ||
      takesInDocuments(body) ||
      takenIn.test(body) ||
      shortcodes.some(({ syntax, name, span, inner }) => {
        if (syntax === "directive") return false;
        const tag = document.text.slice(span.start, Math.min(inner?.start ?? span.end, span.start + longestTag));
        return bringsText.test(name) || namesDocument.test(tag) || (name === "" && showsContent.test(tag));
      }),
  };
}
