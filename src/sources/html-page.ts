import { load, type Cheerio } from "cheerio/slim";
import type { Element } from "domhandler";
import type { Document, Failure } from "#model/document";
import type { Field } from "#model/field";
import type { Span } from "#model/span";
import type { Draft, EntryParts } from "./markup-entry.ts";
import { readAttribute, readText } from "./markup-read.ts";
import { partOfField, sliceText, toField, type PlacedText } from "./markup-text.ts";
import { descendants, endOf, isElement, parseMarkup, startOf, type MarkupTree } from "./markup-tree.ts";

/** Finds the entries of one way to mark up a list; none when the page does not do it that way. */
export type Recogniser = (page: Page) => readonly Draft[];

/** A page that is being read. */
export class Page {
  readonly tree: MarkupTree;
  readonly failures: Failure[] = [];
  readonly #elements: Cheerio<Element>;
  readonly #matches = new Map<string, readonly Element[]>();

  constructor(document: Document) {
    this.tree = parseMarkup(document.text, false);
    this.#elements = load(this.tree.root)([...descendants(this.tree.root)].filter(isElement));
  }

  /** Elements that match a CSS selector, in the order of the document, inside of another if one is given. */
  all(selector: string, within?: Element): readonly Element[] {
    const matches = this.#matchesOf(selector);
    if (within === undefined) return matches;
    const { start, end } = this.span(within);
    return matches.slice(firstAtOrAfter(matches, start + 1), firstAtOrAfter(matches, end));
  }

  // Each selector goes through the page once, however many entries ask for it: asking cheerio to look inside of an
  // element takes time that grows with the square of the element's children.
  #matchesOf(selector: string): readonly Element[] {
    const matches = this.#matches.get(selector) ?? this.#elements.filter(selector).toArray();
    this.#matches.set(selector, matches);
    return matches;
  }

  first(selector: string, within?: Element): Element | undefined {
    return this.all(selector, within)[0];
  }

  span(element: Element): Span {
    return { start: startOf(element), end: endOf(this.tree, element) };
  }

  draft(element: Element, parts: EntryParts): Draft {
    return { span: this.span(element), parts };
  }

  /** The text of elements as a reader sees it, without what marks a draft. */
  text(elements: Element | readonly Element[]): PlacedText {
    return readText(this.tree, elements, { skip: isDraftMark });
  }

  textField(elements: Element | readonly Element[] | undefined): Field | undefined {
    return elements && toField(this.text(elements));
  }

  attribute(element: Element | undefined, name: string): Field | undefined {
    return element && readAttribute(this.tree, element, name);
  }
}

/** Index of the first element that starts at an offset or after it. */
function firstAtOrAfter(elements: readonly Element[], offset: number): number {
  let low = 0;
  let high = elements.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const element = elements[middle];
    if (element !== undefined && startOf(element) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The elements around an element, the nearest first. */
export function ancestors(element: Element): Element[] {
  const around: Element[] = [];
  for (let at = element.parent; at && isElement(at); at = at.parent) around.push(at);
  return around;
}

export const hasClass = (element: Element, pattern: RegExp) =>
  (element.attribs["class"] ?? "").split(/\s+/).some((name) => pattern.test(name));

/** Elements, in the order of the document, that are not inside of another of them: what is in an entry belongs to it. */
export function outermost(page: Page, elements: readonly Element[]): Element[] {
  let end = 0;
  return elements.filter((element) => {
    const span = page.span(element);
    if (span.start < end) return false;
    end = span.end;
    return true;
  });
}

/** Elements of the list itself: no menu, footer, side column or "related posts". */
export const listed = (page: Page, elements: readonly Element[]) =>
  outermost(page, elements).filter((element) => ![element, ...ancestors(element)].some(isBesideTheList));

const isBesideTheList = (element: Element) =>
  ["nav", "aside", "footer"].includes(element.name) || hasClass(element, /^(?:.*[-_])?related(?:[-_].*)?$/i);

/** PaperMod and others mark a draft beside its title. */
const isDraftMark = (element: Element) =>
  hasClass(element, /^(?:draft|entry-isdraft)$/i) ||
  (hasClass(element, /^entry-hint$/) && element.attribs["title"] === "Draft");

/** Whether an entry is marked as a draft; undefined when nothing says so. */
export function draftField(page: Page, entry: Element): Field<boolean> | undefined {
  const mark = [entry, ...page.all("[class]", entry)].find(isDraftMark);
  return mark && { value: true, span: page.span(mark) };
}

/** The language of an element: its own or the nearest around it. */
export function languageField(page: Page, element: Element): Field | undefined {
  for (const around of [element, ...ancestors(element)]) {
    const language = page.attribute(around, "lang");
    if (language) return language;
  }
  return undefined;
}

/** What Go's Time.String() and so Hugo writes has the zone twice; the first is the one that can be read. */
const goTime = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,9})? [+-]\d{4}(?= )/;

const machineDate = /^\d{4}-\d\d-\d\d/;

/** The date that an element gives: for machines where it has one, else as text. */
export function dateField(page: Page, element: Element | undefined): Field | undefined {
  if (element === undefined) return undefined;
  for (const name of ["datetime", "content", "value", "title"]) {
    const field = page.attribute(element, name);
    if (field === undefined || (name === "title" && !machineDate.test(field.value))) continue;
    const go = goTime.exec(field.value);
    return go === null ? field : partOfField(field, { start: 0, end: go[0].length });
  }
  return page.textField(element);
}

/** A duration of schema.org, such as PT20M, in minutes. */
export function durationField(field: Field | undefined): Field<number> | undefined {
  const match = /^PT(?:(\d{1,3})H)?(?:(\d{1,4})M)?(?:\d{1,6}S)?$/i.exec(field?.value ?? "");
  if (field === undefined || match === null || (match[1] ?? match[2]) === undefined) return undefined;
  return { value: Number(match[1] ?? 0) * 60 + Number(match[2] ?? 0), span: field.span };
}

/** A part of a placed text as a field of its own. */
export const partField = (placed: PlacedText, { start, end }: Span) => toField(sliceText(placed, start, end));
