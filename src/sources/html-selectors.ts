import { load } from "cheerio/slim";
import type { Element } from "domhandler";
import type { Field } from "#model/field";
import { authorField, readArticle } from "./html-article.ts";
import { dateField, outermost, type Page } from "./html-page.ts";
import type { Draft, EntryParts } from "./markup-entry.ts";
import { readMinutes } from "#text/minutes";
import type { HtmlSelectors } from "./read-document.ts";

/** Finds entries where the config says that they are; the parts that it does not name are recognised. */
export const findSelected = (page: Page, selectors: HtmlSelectors): readonly Draft[] =>
  outermost(page, page.all(selectors.entry)).map((entry) => page.draft(entry, readSelected(page, entry, selectors)));

/** The first selector that is no CSS, with what is wrong about it. */
export function findBadSelector(selectors: HtmlSelectors): { selector: string; reason: string } | undefined {
  const $ = load("<p></p>");
  for (const selector of Object.values(selectors) as readonly string[]) {
    const reason = whyCostly(selector);
    if (reason !== undefined) return { selector, reason };
    try {
      $(selector);
    } catch (error) {
      return { selector, reason: error instanceof Error ? error.message : String(error) };
    }
  }
  return undefined;
}

const longestSelector = 500;

/**
 * Why a selector could take for ever: each `~` and each `:has()` looks at all siblings or all descendants, once for every
 * element that the one before it has found.
 */
function whyCostly(selector: string): string | undefined {
  if (selector.length > longestSelector) return `it has more than ${longestSelector} characters`;
  const walks = selector.match(/~(?!=)|:has\(/gi)?.length ?? 0;
  return walks > 1 ? "it has more than one ~ or :has(); name a class or an attribute instead" : undefined;
}

function readSelected(page: Page, entry: Element, selectors: HtmlSelectors): EntryParts {
  const found = readArticle(page, entry);
  const pick = <T>(selector: string | undefined, fallback: T, read: (element: Element | undefined) => T): T =>
    selector === undefined ? fallback : read(page.first(selector, entry));
  return {
    ...found,
    title: pick(selectors.title, found.title, (element) => page.textField(element)),
    summary: pick(selectors.summary, found.summary, (element) => page.textField(element)),
    published: pick(selectors.published, found.published, (element) => dateField(page, element)),
    modified: pick(selectors.modified, found.modified, (element) => dateField(page, element)),
    readingTime: pick(selectors.readingTime, found.readingTime, (element) => minutesField(page, element)),
    author: pick(selectors.author, found.author, (element) => authorField(page, element)),
    url: pick(selectors.url, found.url, (element) => page.attribute(element, "href") ?? page.textField(element)),
    tags: selectors.tags === undefined ? found.tags : tagFields(page, page.all(selectors.tags, entry)),
  };
}

const tagFields = (page: Page, tags: readonly Element[]) => tags.flatMap((tag) => page.textField(tag) ?? []);

/** Minutes in the text of an element; a bare number counts, since the config says what it is. */
function minutesField(page: Page, element: Element | undefined): Field<number> | undefined {
  const field = page.textField(element);
  if (field === undefined) return undefined;
  const value = /^\d{1,4}$/.test(field.value) ? Number(field.value) : readMinutes(field.value);
  return value === undefined ? undefined : { value, span: field.span };
}
