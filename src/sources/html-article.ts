import type { Element } from "domhandler";
import type { Field } from "#model/field";
import {
  ancestors,
  dateField,
  draftField,
  hasClass,
  languageField,
  listed,
  outermost,
  partField,
  type Page,
  type Recogniser,
} from "./html-page.ts";
import type { EntryParts } from "./markup-entry.ts";
import type { PlacedText } from "./markup-text.ts";
import { isElement } from "./markup-tree.ts";
import { readMetaLine } from "./meta-line.ts";

const headings = "h1, h2, h3, h4, h5, h6";

/** Recognises plain `<article>` elements with a heading and a `<time>`. */
export const findArticles: Recogniser = (page) =>
  listed(page, page.all("article"))
    .filter((article) => page.first(headings, article) && page.first("time", article))
    .map((article) => page.draft(article, readArticle(page, article)));

/** Reads what the elements of an entry say by themselves, without any class or attribute made for machines. */
export function readArticle(page: Page, entry: Element): EntryParts {
  const heading = page.first(headings, entry);
  const meta = metaParts(page, entry);
  return {
    title: page.textField(heading),
    summary: page.textField(summaryElements(page, entry, heading)),
    ...meta,
    published: dateField(page, publishedElement(page, entry)) ?? meta.published,
    modified: dateField(page, page.first(modified, entry)) ?? meta.modified,
    author: authorField(page, page.first("[rel~=author], .author, .byline", entry)) ?? meta.author,
    url: urlField(page, entry, heading),
    tags: page.all("a[rel~=tag], .tags a, .post-tags a", entry).flatMap((tag) => page.textField(tag) ?? []),
    image: page.attribute(page.first("img[src]", entry), "src"),
    language: languageField(page, entry),
    draft: draftField(page, entry),
  };
}

const modified = "time.updated, time.modified, .updated time, .modified time";

function publishedElement(page: Page, entry: Element): Element | undefined {
  const updated = new Set(page.all(modified, entry));
  const times = page.all("time", entry).filter((time) => !updated.has(time));
  return times.find((time) => hasClass(time, /^(?:.*-)?published$/)) ?? times[0];
}

/** An author without the "by" before the name. */
export function authorField(page: Page, element: Element | undefined): Field | undefined {
  if (element === undefined) return undefined;
  const placed = page.text(element);
  const start = /^(?:by|von|par|por|di)\s+/i.exec(placed.text)?.[0].length ?? 0;
  return partField(placed, { start, end: placed.text.length });
}

/** Longest markup of a line of date · minutes · author. */
const longestMeta = 2000;

/** Where themes put a line of date · minutes · author. */
const metaElements = "footer, header *, [class*=meta], [class*=reading], [class*=byline]";

type MetaParts = Pick<EntryParts, "published" | "modified" | "readingTime" | "author">;

/** Reads lines of date · minutes · author; of each part the first counts. */
export function metaParts(page: Page, entry: Element): MetaParts {
  let parts: MetaParts = {};
  const aroundTimes = page.all("time", entry).map(({ parent }) => parent);
  for (const element of [...page.all(metaElements, entry), ...aroundTimes]) {
    if (element === null || element === entry || !isElement(element)) continue;
    const { start, end } = page.span(element);
    if (end - start > longestMeta) continue;
    const found = readMeta(page.text(element));
    parts = {
      published: parts.published ?? found.published,
      modified: parts.modified ?? found.modified,
      readingTime: parts.readingTime ?? found.readingTime,
      author: parts.author ?? found.author,
    };
  }
  return parts;
}

function readMeta(placed: PlacedText): MetaParts {
  const line = readMetaLine(placed.text, 0);
  if (line === undefined) return {};
  const minutes = line.readingTime && partField(placed, line.readingTime.span);
  return {
    published: line.published && partField(placed, line.published.span),
    modified: line.modified && partField(placed, line.modified.span),
    readingTime: line.readingTime && minutes && { value: line.readingTime.value, span: minutes.span },
    author: line.others[0] && partField(placed, line.others[0].span),
  };
}

/** The link to the post: of the heading, in it or around it; else one that no tag or author has. */
function urlField(page: Page, entry: Element, heading: Element | undefined): Field | undefined {
  const inHeading = heading && page.first("a[href]", heading);
  const around = [...(heading ? ancestors(heading) : []), entry].find(
    ({ name, attribs }) => name === "a" && attribs["href"],
  );
  const link =
    inHeading ?? around ?? page.first("a[href][rel~=bookmark], a[href]:not([rel~=tag], [rel~=author])", entry);
  return page.attribute(link, "href");
}

/** What themes call the summary; else the paragraphs outside of head and foot. */
function summaryElements(page: Page, entry: Element, heading: Element | undefined): readonly Element[] | undefined {
  const named = page.first(".summary, .excerpt, .entry-summary, .post-summary, .description, .entry-content", entry);
  if (named) return [named];
  const paragraphs = outermost(page, page.all("p", entry));
  const first = paragraphs.find((paragraph) => isProse(page, paragraph) && !isApart(paragraph, entry, heading));
  return first && paragraphs.filter((paragraph) => paragraph.parent === first.parent && isProse(page, paragraph));
}

/** Whether a paragraph stands in the heading, the head, the foot or a menu of its entry. */
function isApart(paragraph: Element, entry: Element, heading: Element | undefined): boolean {
  for (let at = paragraph.parent; at && isElement(at) && at !== entry; at = at.parent) {
    if (at === heading || ["header", "footer", "nav"].includes(at.name)) return true;
  }
  return false;
}

/** Whether a paragraph is more than a date, a line of date · minutes · author, or a link to read on. */
function isProse(page: Page, paragraph: Element): boolean {
  if (page.first("time", paragraph)) return false;
  const { text } = page.text(paragraph);
  const link = page.first("a", paragraph);
  const isOnlyLink = link !== undefined && page.text(link).text === text;
  return !isOnlyLink && readMetaLine(text, 0) === undefined;
}
