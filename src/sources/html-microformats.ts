import type { Element } from "domhandler";
import type { Field } from "#model/field";
import { metaParts } from "./html-article.ts";
import {
  ancestors,
  dateField,
  draftField,
  hasClass,
  languageField,
  listed,
  type Page,
  type Recogniser,
} from "./html-page.ts";
import type { EntryParts } from "./markup-entry.ts";

/** Recognises microformats: h-entry, inside of h-feed where the page has one. */
export const findMicroformats: Recogniser = (page) => {
  const inFeed = page.all(".h-feed .h-entry");
  return listed(page, inFeed.length > 0 ? inFeed : page.all(".h-entry")).map((entry) =>
    page.draft(entry, readEntry(page, entry)),
  );
};

function readEntry(page: Page, entry: Element): EntryParts {
  const all = (name: string) => page.all(`.${name}`, entry).filter((element) => formatOf(element) === entry);
  const text = (name: string) => page.textField(all(name)[0]);
  const [content] = all("e-content");
  return {
    title: text("p-name"),
    // A list that has no summaries shows the content in their place.
    summary: text("p-summary") ?? page.textField(content),
    content: all("p-summary").length > 0 ? page.textField(content) : undefined,
    published: dateField(page, all("dt-published")[0]),
    modified: dateField(page, all("dt-updated")[0]),
    readingTime: metaParts(page, entry).readingTime,
    author: authorField(page, all("p-author")[0]),
    url: urlField(page, all("u-url")[0] ?? page.first("a[href]", all("p-name")[0] ?? entry)),
    tags: all("p-category").flatMap((tag) => page.textField(tag) ?? []),
    image: page.attribute(all("u-photo")[0] ?? all("u-featured")[0], "src"),
    language: languageField(page, entry),
    draft: draftField(page, entry),
  };
}

/** The microformat that a property belongs to: the nearest around it. */
const formatOf = (element: Element) => ancestors(element).find((around) => hasClass(around, /^h-[a-z]/));

/** An author may be an h-card of its own, with a name among other things. */
const authorField = (page: Page, author: Element | undefined): Field | undefined =>
  page.textField((author && page.first(".p-name", author)) ?? author);

const urlField = (page: Page, element: Element | undefined): Field | undefined =>
  page.attribute(element, "href") ?? page.attribute(element, "value") ?? page.textField(element);
