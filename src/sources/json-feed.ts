import type { Document, Failure, Reading } from "#model/document";
import type { Field } from "#model/field";
import { readJson, type RecordFields } from "./json-document.ts";
import type { JsonFields } from "./json-fields.ts";
import { memberOf, type JsonNode, type JsonObject } from "./json-tree.ts";
import { readText } from "./markup-read.ts";
import { throughText, toField } from "./markup-text.ts";
import { parseMarkup } from "./markup-tree.ts";

/** Reads a JSON Feed, versions 1 and 1.1 (https://www.jsonfeed.org/version/1.1/). */
export const readJsonFeed = (document: Document): Reading =>
  readJson(document, { format: "json-feed", edition: "feed", records, read });

const records = (root: JsonNode, fields: JsonFields): readonly JsonNode[] =>
  root.kind === "object" ? fields.list(root, "items") : [root];

function read(item: JsonObject, fields: JsonFields, root: JsonNode): RecordFields {
  const feed = root.kind === "object" ? root : undefined;
  return {
    title: fields.text(item, "title"),
    summary: fields.text(item, "summary"),
    published: fields.text(item, "date_published"),
    modified: fields.text(item, "date_modified"),
    author: authorOf(item, fields) ?? (feed === undefined ? undefined : authorOf(feed, fields)),
    url: fields.text(item, "url") ?? addressIn(fields.text(item, "id")),
    tags: fields.texts(item, "tags"),
    language: fields.text(item, "language") ?? fields.text(feed, "language"),
    image: fields.text(item, "image", "banner_image"),
    content: fields.text(item, "content_text") ?? htmlIn(item, fields),
  };
}

/** Version 1.1 has a list of authors, version 1 had one. The first of them counts. */
function authorOf(record: JsonObject, fields: JsonFields): Field | undefined {
  const [first] = fields.list(record, "authors");
  const author = first?.kind === "object" ? first : fields.object(record, "author");
  return fields.text(author, "name");
}

/** The format lets an item's id be its URL. */
const addressIn = (id: Field | undefined) => (id !== undefined && /^https?:\/\//i.test(id.value) ? id : undefined);

/** The text of an item's HTML: escapes of JSON around the markup of HTML, and one map through both. */
function htmlIn(item: JsonObject, fields: JsonFields): Field | undefined {
  const node = memberOf(item, "content_html")?.value;
  if (node?.kind !== "string") return fields.text(item, "content_html");
  const html = fields.placed(node);
  const tree = parseMarkup(html.text, false);
  if (tree.limit !== undefined) fields.failures.push(limitOf(node, tree.limit));
  return toField(throughText(readText(tree, tree.root, { betweenBlocks: "\n" }), html));
}

const limitOf = ({ start, end }: JsonNode, { found, expected }: Pick<Failure, "found" | "expected">): Failure => ({
  kind: "limit",
  span: { start, end },
  found,
  expected,
});
