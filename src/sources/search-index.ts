import type { Document, Reading } from "#model/document";
import { readJson, type RecordFields } from "./json-document.ts";
import type { JsonFields } from "./json-fields.ts";
import { memberOf, type JsonNode, type JsonObject } from "./json-tree.ts";

/**
 * Reads the index of a site's search, such as PaperMod's `index.json`: a list of records whose names for URL, text and
 * date depend on the theme.
 */
export const readSearchIndex = (document: Document): Reading =>
  readJson(document, { format: "search-index", edition: "index", records, read });

/** Some themes put the list under a name. */
function records(root: JsonNode): readonly JsonNode[] {
  if (root.kind === "array") return root.items;
  if (root.kind !== "object") return [root];
  const lists = ["posts", "items", "pages", "docs", "documents", "data", "entries"].map(
    (key) => memberOf(root, key)?.value,
  );
  return lists.find((node) => node?.kind === "array")?.items ?? [root];
}

const read = (record: JsonObject, fields: JsonFields): RecordFields => ({
  title: fields.text(record, "title", "name"),
  summary: fields.text(record, "summary", "description", "excerpt"),
  published: fields.text(record, "date", "published", "publishDate", "pubDate"),
  modified: fields.text(record, "lastmod", "modified", "updated"),
  author: fields.text(record, "author"),
  url: fields.text(record, "permalink", "url", "uri", "href", "link", "relpermalink", "relPermalink"),
  slug: fields.text(record, "slug"),
  tags: fields.texts(record, "tags"),
  language: fields.text(record, "language", "lang"),
  image: fields.text(record, "image", "cover"),
  content: fields.text(record, "content", "contents", "body", "text"),
});
