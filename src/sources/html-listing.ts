import type { Failure } from "#model/document";
import { findArticles } from "./html-article.ts";
import { findJsonLd } from "./html-json-ld.ts";
import { findMicrodata } from "./html-microdata.ts";
import { findMicroformats } from "./html-microformats.ts";
import { Page, type Recogniser } from "./html-page.ts";
import { findPaperModEntries } from "./html-papermod.ts";
import { findBadSelector, findSelected } from "./html-selectors.ts";
import { collectEntries, type Draft } from "./markup-entry.ts";
import type { HtmlSelectors, Reader } from "./read-document.ts";

/** Ways to mark up a list of posts, the one that says most about itself first. */
const recognisers: readonly Recogniser[] = [
  findMicroformats,
  findMicrodata,
  findJsonLd,
  findPaperModEntries,
  findArticles,
];

const lookedFor =
  "a list of posts as microformats (h-entry), as schema.org Blog or ItemList (microdata or JSON-LD), of the theme PaperMod, or <article> elements with a heading and a <time>; or selectors for it in the config";

const expectedEntry = "an entry with a title, a link or a summary";

/** Reads the list page of a blog: by the config's selectors if there are any, else in the first form that it has. */
export const readHtmlListing: Reader = (document, { selectors }) => {
  const page = new Page(document);
  const drafts = selectors === undefined ? recognise(page) : select(page, selectors);
  const { entries, failures } = collectEntries(document, "index", page.tree, drafts, expectedEntry);
  const all = [...limitOf(page), ...page.failures, ...failures];
  if (drafts.length === 0 && all.length === 0) all.push(nothingFound(page, "no list of posts", lookedFor));
  return { format: "html", edition: "index", entries, failures: all };
};

/** The first form whose entries say more than a title; else the first whose entries have one. */
function recognise(page: Page): readonly Draft[] {
  const found: (readonly Draft[])[] = [];
  for (const recogniser of recognisers) {
    const drafts = recogniser(page);
    if (drafts.some(({ parts }) => parts.title && (parts.summary ?? parts.published))) return drafts;
    found.push(drafts);
  }
  return (
    found.find((drafts) => drafts.some(({ parts }) => parts.title)) ?? found.find(({ length }) => length > 0) ?? []
  );
}

function select(page: Page, selectors: HtmlSelectors): readonly Draft[] {
  const bad = findBadSelector(selectors);
  if (bad) {
    page.failures.push(nothingFound(page, `the selector "${bad.selector}": ${bad.reason}`, "a CSS selector"));
    return [];
  }
  const drafts = findSelected(page, selectors);
  if (drafts.length === 0) {
    const expected = `entries at the config's selector "${selectors.entry}"`;
    page.failures.push(nothingFound(page, "no element that matches", expected));
  }
  return drafts;
}

/** The page as a whole, at the start of its body. */
function nothingFound(page: Page, found: string, expected: string): Failure {
  const body = page.first("body") ?? page.first("html");
  const start = body ? page.span(body).start : 0;
  return { kind: "html", span: { start, end: body ? start + 1 + body.name.length : start }, found, expected };
}

function limitOf({ tree: { limit } }: Page): Failure[] {
  if (limit === undefined) return [];
  return [{ kind: "limit", span: { start: limit.at, end: limit.at }, found: limit.found, expected: limit.expected }];
}
