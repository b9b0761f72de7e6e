import type { Document, Failure, Reading } from "#model/document";
import { excerpt } from "#text/wording";
import { readJson, type RecordFields } from "./json-document.ts";
import type { JsonFields } from "./json-fields.ts";
import { memberOf, plainValue, type JsonNode, type JsonObject, type JsonString } from "./json-tree.ts";
import postIndex from "#schemas/post-index.schema.json" with { type: "json" };
import { validatePostIndex, type Violation } from "./validators.ts";

/** Reads Standfirst's own post index, `schemas/post-index.schema.json`, or the bare list of its posts. */
export const readPostIndex = (document: Document): Reading =>
  readJson(document, { format: "json", edition: "index", records, read, check });

/** What is no object is left to the schema's check. */
function records(root: JsonNode): readonly JsonNode[] {
  const posts = root.kind === "object" ? memberOf(root, "posts")?.value : root;
  return posts?.kind === "array" ? posts.items.filter(({ kind }) => kind === "object") : [];
}

const known = new Set(Object.keys(postIndex.$defs.post.properties));

function read(record: JsonObject, fields: JsonFields, root: JsonNode): RecordFields {
  const site = root.kind === "object" ? fields.object(root, "site") : undefined;
  const unknown = record.members.flatMap(({ key }) => (known.has(key.value) ? [] : (fields.textOf(key) ?? [])));
  return {
    title: fields.text(record, "title"),
    summary: fields.text(record, "summary"),
    published: fields.text(record, "published"),
    modified: fields.text(record, "modified"),
    readingTime: fields.minutes(record, "readingTime"),
    author: fields.text(record, "author"),
    url: fields.text(record, "url"),
    slug: fields.text(record, "slug"),
    tags: fields.texts(record, "tags"),
    language: fields.text(record, "language") ?? fields.text(site, "language"),
    draft: fields.flag(record, "draft"),
    image: fields.text(record, "image"),
    content: fields.text(record, "content"),
    unknownKeys: unknown.length === 0 ? undefined : unknown,
  };
}

function check(root: JsonNode, text: string): Failure[] {
  if (validatePostIndex(plainValue(root))) return [];
  // "if" only says that one of its branches failed, which the branch has said.
  const violations = (validatePostIndex.errors ?? []).filter(({ keyword }) => keyword !== "if");
  return violations.map((violation) => failureOf(violation, root, text));
}

function failureOf(violation: Violation, root: JsonNode, text: string): Failure {
  const steps = violation.instancePath.split("/").slice(1);
  const { key, node } = nodeAt(root, steps);
  const written = text.slice(key?.start ?? node.start, Math.min(node.end, node.start + 500));
  const span = { start: node.start, end: node.end };
  return { kind: "schema", span, found: excerpt(written), expected: expectedAt(steps, violation) };
}

/** Follows a JSON pointer as far as it leads. */
function nodeAt(root: JsonNode, steps: readonly string[]): { readonly key?: JsonString; readonly node: JsonNode } {
  let at: { readonly key?: JsonString; readonly node: JsonNode } = { node: root };
  for (const step of steps) {
    const name = step.replaceAll("~1", "/").replaceAll("~0", "~");
    const next = childOf(at.node, name);
    if (next === undefined) break;
    at = next;
  }
  return at;
}

function childOf(node: JsonNode, name: string): { readonly key?: JsonString; readonly node: JsonNode } | undefined {
  if (node.kind === "array") {
    const item = node.items[Number(name)];
    return item === undefined ? undefined : { node: item };
  }
  const member = node.kind === "object" ? node.members.findLast(({ key }) => key.value === name) : undefined;
  return member === undefined ? undefined : { key: member.key, node: member.value };
}

const expectedTypes: Readonly<Record<string, string>> = {
  readingTime: "a number of minutes",
  draft: "true or false",
  tags: "a list of texts",
  posts: "a list of posts",
  site: "an object about the site",
  version: "the number 1",
};

/** What the schema asks for, in words. */
function expectedAt(steps: readonly string[], { keyword }: Violation): string {
  if (keyword === "required") return 'a list of posts under "posts"';
  const name = steps.at(-1);
  if (name === undefined) return 'an object with a list of posts under "posts", or the list itself';
  if (!/^\d+$/.test(name)) return expectedTypes[name] ?? "a text";
  return steps.at(-2) === "tags" ? "a text" : "an object with the fields of a post";
}
