import type { Entry } from "#model/entry";
import { spanWithin } from "#model/field";
import type { Span } from "#model/span";
import { defineFact } from "#rule-kit/define-fact";
import type { MarkdownView } from "#rule-kit/views";
import { digest as digestOf, digestLength, digestsIn } from "#text/digest";
import { foldedDigest } from "#text/folded-digest";
import { skeletonDigest } from "#text/skeleton";
import { countWords } from "#text/words";
import { filler, type Container } from "./markdown-nodes.ts";
import { paragraphsOf, type Paragraph } from "./markdown-paragraphs.ts";
import { proseOf, wordsOf, type ProseParagraph } from "./markdown-prose.ts";

/** Fewest words of a sentence, of a paragraph, and of a paragraph from a template, whose digests are kept. */
export const fewestWords = { sentence: 9, paragraph: 25, template: 20 } as const;

/** Fewest words of a template that are no post's own. With fewer left, two paragraphs agree by chance. */
const fewestTemplateWords = 12;

/** Stands where nothing is to be compared: a passage that is only a link, a template with too few words left. */
const none = "-".repeat(digestLength);

/** Digests of a document's passages, in rows: as many as `prose` has passages of their kind that are long enough. */
export interface Passages {
  readonly sentences: string;
  readonly paragraphs: string;
  /** Of paragraphs with the words of the title, names and numbers masked. */
  readonly templates: string;
  /** Where the links in a sentence lead, one character each. */
  readonly targets: string;
}

/**
 * What the prose of a Markdown document says, as digests, to find what several posts repeat. Quotes are left out, and
 * what is said of the author, as they are meant to be equal. Null for other documents. `passagesOf` reads it.
 */
export const passages = defineFact<Passages | null>({
  id: "passages",
  version: 7,
  from: { entry: () => null, markdown: (view, entry) => readPassages(view, entry) },
});

/** A stretch of prose and the digest of what it says. */
export interface Passage {
  readonly span: Span;
  readonly digest: string;
  readonly words: number;
  /** Position of its paragraph among those of the document. */
  readonly paragraph: number;
  readonly container: Container;
  /** The same character for sentences whose links lead to the same places; there are 64 of them. */
  readonly target?: string;
}

export type PassageKind = Exclude<keyof Passages, "targets">;

/**
 * The passages of one kind of a document, in order.
 *
 * @param isWanted whether passages with a digest are of use; without any, the prose need not be read
 */
export function passagesOf(
  code: string | null,
  found: Passages | null,
  kind: PassageKind,
  isWanted: (digest: string) => boolean = () => true,
): Passage[] {
  const digests = digestsIn(found?.[kind] ?? "").map((digest) => (digest !== none && isWanted(digest) ? digest : none));
  if (digests.every((digest) => digest === none)) return [];
  let next = 0;
  return proseOf(code).flatMap((paragraph, index) =>
    stretchesOf(paragraph, kind).flatMap(({ span, words }) => {
      const target = kind === "sentences" && { target: found?.targets.charAt(next) ?? "" };
      const own = digests[next++] ?? none;
      const { container } = paragraph;
      return own === none ? [] : [{ span, words, digest: own, paragraph: index, container, ...target }];
    }),
  );
}

function stretchesOf(paragraph: ProseParagraph, kind: PassageKind): readonly { span: Span; words: number }[] {
  const { container, span, sentences } = paragraph;
  if (container === "quote") return [];
  if (kind === "sentences") return sentences.filter(({ words }) => words >= fewestWords.sentence);
  const words = wordsOf(paragraph);
  const least = kind === "paragraphs" ? fewestWords.paragraph : fewestWords.template;
  return words >= least ? [{ span, words }] : [];
}

/** Whether a document says one of its passages twice. Most say none, and their prose need not be read. */
export function hasRepeats(found: Passages | null, kind: PassageKind): boolean {
  const own = digestsIn(found?.[kind] ?? "").filter((digest) => digest !== none);
  return new Set(own).size < own.length;
}

/** Whether a text speaks of the author of its document, by the full name. A name of one word may be anything. */
function speaksOf(author: string): (text: string) => boolean {
  const last = /\S\s+(\S+)$/.exec(author.trim())?.[1];
  // The dots of initials end a sentence to some.
  return (text) => last !== undefined && (text.includes(author.trim()) || text.startsWith(`${last} `));
}

function readPassages(view: MarkdownView, { title, author }: Pick<Entry, "title" | "author">): Passages {
  const masks = { title: title?.value ?? "", maskNames: true };
  const isOfAuthor = speaksOf(author?.value ?? "");
  const rows = { sentences: "", paragraphs: "", templates: "", targets: "" };
  for (const paragraph of paragraphsOf(view)) {
    if (paragraph.container === "quote") continue;
    const { value } = paragraph.field;
    const digestOfPart = (from: number, to: number) =>
      isOfAuthor(value.slice(from, to)) ? none : digestAt(view, paragraph, from, to);
    let words = 0;
    for (const { words: count, start, end } of paragraph.sentences) {
      words += count;
      if (count < fewestWords.sentence) continue;
      rows.sentences += digestOfPart(start, end);
      rows.targets += digestOf(targetsIn(view, spanWithin(paragraph.field, start, end))).charAt(0);
    }
    if (words >= fewestWords.paragraph) rows.paragraphs += digestOfPart(0, value.length);
    if (words >= fewestWords.template)
      rows.templates += skeletonDigest(value, paragraph.words, masks, fewestTemplateWords) ?? none;
  }
  return rows;
}

/**
 * The digest of a part of a paragraph. What stands for code counts as its source: two commands make two sentences. What
 * only introduces a list or a listing says nothing by itself, and what starts with a small letter goes on from a listing above.
 * A formula is no prose, and a book is cited in the same words in all posts that draw on it.
 */
function digestAt({ document }: MarkdownView, { container, field }: Paragraph, from: number, to: number): string {
  const text = field.value.slice(from, to);
  if (text.trimEnd().endsWith(":") || /^\p{Ll}/u.test(text)) return none;
  if (isFormula(field.value) || (container !== "body" && isReference(field.value))) return none;
  const span = spanWithin(field, from, to);
  if (isMostlyLinks(document.text, span)) return none;
  return text.includes(filler)
    ? foldedDigest(document.text, span.start, span.end)
    : foldedDigest(field.value, from, to);
}

const isFormula = (text: string) => /^\$\$[^]*\$\$$/.test(text.trim());

/** Whether an item of a list or a footnote names a work: with its year, and without the sign that ends a sentence. */
const isReference = (text: string) =>
  /(?<!\d)(?:1[89]|20)\d\d(?!\d)/.test(text) && !/[.!?…。！？]["'”’»)\]]{0,3}$/u.test(text.trim());

/** Where the links in a stretch lead. */
function targetsIn({ document }: MarkdownView, span: Span): string {
  const found = around(document.text, span).matchAll(/\]\(<?([^()\s<>]{1,500})|\bhref\s?=\s?["']([^"'\n]{1,500})/g);
  return Array.from(found, ([, written = "", inHtml = written]) => inHtml).join(" ");
}

function isMostlyLinks(source: string, span: Span): boolean {
  const whole = around(source, span);
  return whole.includes("](") && countWords(withoutLinks(whole)) < fewestWords.sentence;
}

/** A stretch of source with the brackets and the target of a link that it starts or ends in. */
function around(source: string, { start, end }: Span): string {
  const isCut = source.startsWith("](", end);
  const target = isCut ? (/^\]\([^()\s]{0,500}\)/.exec(source.slice(end, end + 505))?.[0] ?? "") : "";
  const opened = /\[[*_~]{0,3}$/.exec(source.slice(Math.max(0, start - 4), start))?.[0] ?? "";
  return source.slice(start - opened.length, end + target.length);
}

/** A text without the links in it: a list of further posts names the same titles in many posts. */
const withoutLinks = (source: string) =>
  source.replace(/\[[^[\]]{1,300}\]\((?:[^()\s{]|\{(?!\{)|\{\{[^{}]{0,300}\}\}){0,500}\)/g, " ");
