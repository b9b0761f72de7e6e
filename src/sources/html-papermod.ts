import type { Element } from "domhandler";
import { authorField, metaParts } from "./html-article.ts";
import { dateField, draftField, languageField, listed, type Page, type Recogniser } from "./html-page.ts";
import type { EntryParts } from "./markup-entry.ts";

/** Recognises the list pages of the Hugo theme PaperMod. */
export const findPaperModEntries: Recogniser = (page) =>
  listed(page, page.all("article.post-entry, article.first-entry:not(.home-info)")).map((entry) =>
    page.draft(entry, readEntry(page, entry)),
  );

function readEntry(page: Page, entry: Element): EntryParts {
  const meta = metaParts(page, entry);
  return {
    title: page.textField(page.first(".entry-header :is(h1, h2, h3)", entry)),
    summary: page.textField(page.first(".entry-content", entry)),
    ...meta,
    published: dateField(page, page.first(".entry-footer [title]", entry)) ?? meta.published,
    author: meta.author ?? authorField(page, page.first(".entry-footer .author", entry)),
    url: page.attribute(page.first("a.entry-link", entry), "href"),
    image: page.attribute(page.first(".entry-cover img", entry), "src"),
    language: languageField(page, entry),
    draft: draftField(page, entry),
  };
}
