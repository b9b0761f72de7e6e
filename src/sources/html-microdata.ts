import type { Element } from "domhandler";
import type { Field } from "#model/field";
import { ancestors, dateField, draftField, durationField, languageField, listed } from "./html-page.ts";
import type { Page, Recogniser } from "./html-page.ts";
import type { EntryParts } from "./markup-entry.ts";
import { partOfField } from "./markup-text.ts";

/** Types of schema.org that are posts. */
export const isPostType = (type: string) =>
  /^(?:https?:\/\/schema\.org\/)?(?:(?:Blog|SocialMedia|LiveBlog|DiscussionForum)Posting|(?:News|Tech|Scholarly|Satirical|Advertiser)?(?:Content)?Article|Report)$/.test(
    type,
  );

const isType = (element: Element, name: string) =>
  (element.attribs["itemtype"] ?? "")
    .split(/\s+/)
    .some((type) => new RegExp(`^https?://schema\\.org/${name}$`).test(type));

/** Recognises schema.org in microdata: posts, on their own or in a Blog, or the items of an ItemList. */
export const findMicrodata: Recogniser = (page) => {
  const scopes = page.all("[itemscope]");
  const posts = scopes.filter(({ attribs }) => (attribs["itemtype"] ?? "").split(/\s+/).some(isPostType));
  const found = posts.length > 0 ? posts : scopes.filter(isListItem);
  return listed(page, found).map((entry) => page.draft(entry, readEntry(page, entry)));
};

/** An item of an ItemList, which a trail of breadcrumbs is not. */
const isListItem = (element: Element) => {
  const scope = scopeOf(element);
  return isType(element, "ListItem") && scope !== undefined && isType(scope, "ItemList");
};

/** The item that a property belongs to: the nearest around it. */
const scopeOf = (element: Element) => ancestors(element).find(({ attribs }) => Object.hasOwn(attribs, "itemscope"));

function readEntry(page: Page, entry: Element): EntryParts {
  const all = (name: string, of = entry) =>
    page.all(`[itemprop~=${name}]`, of).filter((element) => scopeOf(element) === of);
  const value = (...names: readonly string[]) => valueField(page, names.flatMap((name) => all(name))[0]);
  const [author] = all("author");
  const status = value("creativeWorkStatus");
  return {
    title: value("headline", "name"),
    summary: value("description", "abstract"),
    content: value("articleBody"),
    published: dateField(page, all("datePublished")[0]),
    modified: dateField(page, all("dateModified")[0]),
    readingTime: durationField(value("timeRequired")),
    author: author && valueField(page, all("name", author)[0] ?? author),
    url: value("url", "mainEntityOfPage") ?? page.attribute(entry, "itemid"),
    tags: all("keywords").flatMap((element) => splitKeywords(valueField(page, element))),
    image: value("image"),
    language: value("inLanguage") ?? languageField(page, entry),
    draft: status?.value === "Draft" ? { value: true, span: status.span } : draftField(page, entry),
  };
}

/** HTML, section 5.2.4: which attribute has a property's value depends on the element. */
const valueAttributes: Readonly<Record<string, string>> = {
  a: "href",
  area: "href",
  data: "value",
  img: "src",
  link: "href",
  meta: "content",
  meter: "value",
  object: "data",
  source: "src",
  time: "datetime",
};

/** A name or headline on a link is its text, since no text is a URL. */
const textProperties = /(?:^|\s)(?:headline|name|description|keywords|author)(?:\s|$)/;

function valueField(page: Page, element: Element | undefined): Field | undefined {
  if (element === undefined) return undefined;
  const attribute = Object.hasOwn(element.attribs, "content") ? "content" : valueAttributes[element.name];
  const isText = element.name === "a" && textProperties.test(element.attribs["itemprop"] ?? "");
  return attribute === undefined || isText ? page.textField(element) : page.attribute(element, attribute);
}

/** Keywords stand one in an element, or several with commas between them. */
export function splitKeywords(field: Field | undefined): Field[] {
  if (field === undefined) return [];
  return [...field.value.matchAll(/[^,]+/g)].flatMap(({ 0: part, index }) => {
    const start = index + part.length - part.trimStart().length;
    return partOfField(field, { start, end: start + part.trim().length }) ?? [];
  });
}
