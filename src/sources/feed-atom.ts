import type { Element } from "domhandler";
import type { Field } from "#model/field";
import { htmlField, markupField, plainField, type Feed } from "./feed-text.ts";
import type { EntryParts } from "./markup-entry.ts";
import { readAttribute } from "./markup-read.ts";

/** Reads an entry of an Atom 1.0 feed. */
export function readAtomEntry(feed: Feed, entry: Element): EntryParts {
  // A feed may bind the Atom namespace to a prefix, which all its elements then have.
  const prefix = entry.name.slice(0, entry.name.length - "entry".length);
  const part = (name: string, of: Element = entry) => feed.child(of, prefix + name);
  const source = part("source") ?? (entry.parent?.type === "tag" ? entry.parent : undefined);
  const author = part("author") ?? (source && part("author", source));
  return {
    title: textConstruct(feed, part("title"), " "),
    summary: textConstruct(feed, part("summary"), " "),
    content: textConstruct(feed, part("content"), "\n"),
    url: urlOf(feed, feed.children(entry, `${prefix}link`)),
    published: plainField(feed, part("published")),
    modified: plainField(feed, part("updated")),
    author: plainField(feed, author && part("name", author)),
    tags: feed.children(entry, `${prefix}category`).flatMap((it) => readAttribute(feed.tree, it, "term") ?? []),
    language: languageOf(feed, entry),
  };
}

/** RFC 4287, sections 3.1 and 4.1.3: text, html or xhtml. Content of another type, or elsewhere, is no text. */
function textConstruct(feed: Feed, element: Element | undefined, betweenBlocks: " " | "\n"): Field | undefined {
  if (element === undefined || Object.hasOwn(element.attribs, "src")) return undefined;
  switch ((element.attribs["type"] ?? "text").toLowerCase()) {
    case "text":
    case "text/plain":
      return plainField(feed, element);
    case "html":
    case "text/html":
      return htmlField(feed, element, betweenBlocks);
    case "xhtml":
    case "application/xhtml+xml":
      return markupField(feed, element, betweenBlocks);
    default:
      return undefined;
  }
}

/** The link to the post itself: `rel` is "alternate", which is also what a link without one means. */
function urlOf({ tree }: Feed, links: readonly Element[]): Field | undefined {
  const alternates = links.filter(({ attribs }) => (attribs["rel"] ?? "alternate") === "alternate");
  const page = alternates.find(({ attribs }) => (attribs["type"] ?? "text/html").includes("html")) ?? alternates[0];
  return page && readAttribute(tree, page, "href");
}

function languageOf({ tree }: Feed, entry: Element): Field | undefined {
  for (let at: Element | undefined = entry; at; at = at.parent?.type === "tag" ? at.parent : undefined) {
    const language = readAttribute(tree, at, "xml:lang");
    if (language) return language;
  }
  return undefined;
}
