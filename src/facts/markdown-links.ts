import type { Definition, Nodes } from "mdast";
import type { Entry } from "#model/entry";
import type { Span } from "#model/span";
import { defineFact } from "#rule-kit/define-fact";
import type { MarkdownView } from "#rule-kit/views";
import { rememberingFor } from "#text/remember";
import { figuresIn } from "./figure-shortcodes.ts";
import { definitionTarget, inlineTarget } from "./markdown-destinations.ts";
import { tagsIn, type HtmlTag } from "./markdown-html.ts";
import { filler, fold, textBelow, visitsOf, type Visit } from "./markdown-nodes.ts";

/** How a link or a picture is written: a bare one in angle brackets, a literal one without, as only some generators read it. */
const linkForms = ["inline", "reference", "bare", "html", "component", "literal", "shortcode"] as const;
type LinkForm = (typeof linkForms)[number];

/**
 * A link as it is stored: index in `linkForms`, plus 8 for a picture and 16 for a target that a shortcode makes; start
 * and length of the target in the document; target; text or alternative text (null where a picture has none); title.
 */
export type LinkRow = readonly [
  form: number,
  start: number,
  length: number,
  target: string,
  text: string | null,
  title?: string,
];

/** A link or a picture. */
export interface Link {
  readonly kind: "link" | "image";
  readonly form: LinkForm;
  /** As written, entities and escapes resolved; of a shortcode its source. */
  readonly target: string;
  /** Whether the target is, or has in it, a shortcode: what it leads to is not known. */
  readonly isShortcode: boolean;
  /** Of a link its text; of a picture the alternative text, null where the attribute is missing. White space folded. */
  readonly text: string | null;
  readonly title: string | undefined;
  /** The target in the document; of a reference, in its definition. */
  readonly span: Span;
}

const image = 8;
const shortcode = 16;

/** The links and pictures of a Markdown document, in order; null for other documents. `linksOf` reads them. */
export const links = defineFact<readonly LinkRow[] | null>({
  id: "links",
  version: 5,
  from: { entry: () => null, markdown: (view) => rowsOf(view) },
});

/** Asks for the fact of an entry. */
export type LinkRowsOf = (entry: Entry) => readonly LinkRow[] | null;

/** Stored links and pictures. */
export const linksOf = (rows: readonly LinkRow[] | null): Link[] =>
  (rows ?? []).map(([form, start, length, target, text, title]) => ({
    kind: (form & image) === 0 ? "link" : "image",
    form: linkForms[form & 7] ?? "inline",
    target,
    isShortcode: (form & shortcode) !== 0,
    text,
    title,
    span: { start, end: start + length },
  }));

/** Longest text of a link that is kept; the fact is to be small. */
const longestText = 200;

interface Found {
  readonly form: LinkForm;
  readonly isImage: boolean;
  readonly target: string;
  readonly text: string | null;
  readonly title: string | null | undefined;
  readonly span: Span;
}

const rowsOf = rememberingFor((view: MarkdownView): LinkRow[] => {
  const visits = visitsOf(view);
  const definitions = definitionsIn(visits);
  const found = [
    ...visits.flatMap((visit, index) =>
      // Most nodes are text and paragraphs, and to start a generator for each is what the fact would cost.
      withoutLinks.has(visit.node.type) ? [] : [...linksAt(view, visits, index, visit, definitions)],
    ),
    ...figuresIn(view).map((one) => ({ ...one, form: "shortcode" as const, isImage: true })),
  ];
  return found.map(({ form, isImage, target, text, title, span }): LinkRow => {
    const isMade = target.includes(filler);
    const code = linkForms.indexOf(form) + (isImage ? image : 0) + (isMade ? shortcode : 0);
    const written = isMade ? view.document.text.slice(span.start, span.end) : target;
    const row = [code, span.start, span.end - span.start, written, text && text.slice(0, longestText)] as const;
    return typeof title === "string" && title !== "" ? [...row, title.slice(0, longestText)] : row;
  });
});

type Definitions = ReadonlyMap<string, { readonly node: Definition; readonly visit: Visit }>;

/** Definitions by their identifiers; of several with one identifier the first counts. */
function definitionsIn(visits: readonly Visit[]): Definitions {
  const definitions = new Map<string, { node: Definition; visit: Visit }>();
  for (const visit of visits) {
    const { node } = visit;
    if (node.type === "definition" && !definitions.has(node.identifier))
      definitions.set(node.identifier, { node, visit });
  }
  return definitions;
}

const withoutLinks: ReadonlySet<string> = new Set(["text", "paragraph", "heading", "listItem", "strong", "inlineCode"]);

function* linksAt(
  view: MarkdownView,
  visits: readonly Visit[],
  index: number,
  visit: Visit,
  definitions: Definitions,
): Iterable<Found> {
  const { node } = visit;
  if (node.type === "html") {
    for (const tag of tagsIn(node.value)) yield* fromHtml(view.masked, visits, index, visit, tag);
  } else if (node.type === "link" || node.type === "image") {
    const isImage = node.type === "image";
    const text = isImage ? fold(node.alt ?? "") : textBelow(visits, index);
    yield { ...place(view.masked, visits, index, visit), isImage, target: node.url, text, title: node.title };
  } else if (node.type === "linkReference" || node.type === "imageReference") {
    const definition = definitions.get(node.identifier);
    if (definition === undefined) return;
    const isImage = node.type === "imageReference";
    const text = isImage ? fold(node.alt ?? "") : textBelow(visits, index);
    yield { ...definedTarget(view.masked, definition), isImage, text };
  } else yield* fromComponent(node, visit);
}

function definedTarget(source: string, { node, visit }: { node: Definition; visit: Visit }) {
  const span = definitionTarget(source, visit.start, visit.end) ?? { start: visit.start, end: visit.end };
  return { form: "reference", target: node.url, title: node.title, span } as const;
}

/** The form of a link or picture, and where its target is. A bare one is its own text. */
function place(
  source: string,
  visits: readonly Visit[],
  index: number,
  { node, start, end }: Visit,
): Pick<Found, "form" | "span"> {
  if (source[start] === "<") return { form: "bare", span: { start: start + 1, end: end - 1 } };
  if (node.type === "link" && source[start] !== "[") return { form: "literal", span: { start, end } };
  const last = visits.slice(index + 1, visits[index]?.next).reduce((at, visit) => Math.max(at, visit.end), start + 1);
  const from = node.type === "image" ? start + 2 : last;
  return { form: "inline", span: inlineTarget(source, from, end) ?? { start, end } };
}

function* fromHtml(
  source: string,
  visits: readonly Visit[],
  index: number,
  visit: Visit,
  tag: HtmlTag,
): Iterable<Found> {
  const target = tag.attributes.get(tag.name === "a" ? "href" : "src");
  if (target === undefined) return;
  // In a quote or a list the source has marks at the start of lines that the HTML has not.
  const same = source.startsWith(target.value, visit.start + target.start);
  const found = same ? visit.start + target.start : source.indexOf(target.value, visit.start);
  const start = found < 0 || found >= visit.end ? visit.start : found;
  yield {
    form: "html",
    isImage: tag.name === "img",
    target: target.value.trim(),
    text: tag.name === "img" ? altOf(tag) : fold(tag.text) || (tag.isClosed ? "" : textUntilClosed(visits, index)),
    title: tag.attributes.get("title")?.value,
    span: start === visit.start ? { start, end: visit.end } : { start, end: start + target.value.length },
  };
}

function altOf(tag: HtmlTag): string | null {
  const alt = tag.attributes.get("alt")?.value;
  return alt === undefined ? null : fold(alt);
}

/** Text of the siblings behind an `<a>` within a line, up to its closing tag. */
function textUntilClosed(visits: readonly Visit[], index: number): string {
  const parent = visits[index]?.parent;
  const parts: string[] = [];
  for (let at = index + 1; at < visits.length && at < index + 50; at++) {
    const { node, parent: above } = visits[at] ?? {};
    if (node === undefined || (above === parent && node.type === "html" && /^<\/a/i.test(node.value))) break;
    if (node.type === "text" || node.type === "inlineCode") parts.push(node.value);
  }
  return fold(parts.join(""));
}

interface Jsx {
  readonly name?: string | null;
  readonly attributes?: readonly { readonly name?: string; readonly value?: unknown }[];
}

/** Components that Docusaurus and Starlight have for links. Those of a site's own may put something before the path. */
const linkComponents = new Set(["Link", "LinkCard", "LinkButton"]);

/** `<a>` and `<img>` of MDX, whose targets are texts, and what generators have for links to paths of the site. */
function* fromComponent(node: Nodes, { start, end }: Visit): Iterable<Found> {
  if (!(node.type as string).startsWith("mdxJsx")) return;
  const { name, attributes = [] } = node as unknown as Jsx;
  const valueOf = (key: string) => {
    const value = attributes.find((attribute) => attribute.name === key)?.value;
    return typeof value === "string" ? value : undefined;
  };
  const target = targetOf(name ?? "", valueOf);
  if (target === undefined) return;
  const isImage = name === "img";
  const text = isImage ? (valueOf("alt")?.trim() ?? null) : "";
  yield { form: "component", isImage, target, text, title: valueOf("title"), span: { start, end } };
}

function targetOf(name: string, valueOf: (key: string) => string | undefined): string | undefined {
  if (name === "img") return valueOf("src");
  if (name === "a") return valueOf("href");
  const target = linkComponents.has(name) ? (valueOf("href") ?? valueOf("to") ?? "") : "";
  return /^\/[^/]/.test(target) ? target : undefined;
}
