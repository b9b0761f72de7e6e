import type { Element } from "domhandler";
import type { Field } from "#model/field";
import { htmlField, plainField, readPlain, type Feed } from "./feed-text.ts";
import type { EntryParts } from "./markup-entry.ts";
import { readAttribute } from "./markup-read.ts";
import { sliceText, toField } from "./markup-text.ts";

/** Reads an item of an RSS 2.0 feed. */
export function readRssItem(feed: Feed, item: Element): EntryParts {
  const channel = item.parent?.type === "tag" ? item.parent : undefined;
  return {
    title: plainField(feed, feed.child(item, "title")),
    summary: htmlField(feed, feed.child(item, "description"), " "),
    content: htmlField(feed, feed.child(item, "content:encoded"), "\n"),
    url: urlOf(feed, item),
    published: plainField(feed, feed.child(item, "pubDate", "dc:date")),
    modified: plainField(feed, feed.child(item, "atom:updated", "dcterms:modified")),
    author: authorOf(feed, item),
    tags: feed.children(item, "category").flatMap((category) => plainField(feed, category) ?? []),
    language: plainField(feed, channel && feed.child(channel, "language", "dc:language")),
    image: imageOf(feed, item),
  };
}

/** The link; else the guid, unless it says that it is none. */
function urlOf(feed: Feed, item: Element): Field | undefined {
  const link = plainField(feed, feed.child(item, "link"));
  const guid = feed.child(item, "guid");
  return link ?? (guid?.attribs["isPermaLink"] === "false" ? undefined : plainField(feed, guid));
}

/** RSS wants "mail@example.org (The Name)" for an author; Dublin Core has just the name. */
function authorOf(feed: Feed, item: Element): Field | undefined {
  const creator = plainField(feed, feed.child(item, "dc:creator"));
  if (creator) return creator;
  const written = readPlain(feed, feed.child(item, "author"));
  const open = written.text.indexOf("(");
  const hasName = open > 0 && written.text.endsWith(")") && written.text.slice(0, open).includes("@");
  return toField(hasName ? sliceText(written, open + 1, written.text.length - 1) : written);
}

function imageOf(feed: Feed, item: Element): Field | undefined {
  const enclosure = feed.children(item, "enclosure").find(({ attribs }) => attribs["type"]?.startsWith("image/"));
  const image = enclosure ?? feed.child(item, "media:content", "media:thumbnail");
  return image && readAttribute(feed.tree, image, "url");
}
