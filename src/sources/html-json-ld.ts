import type { Field } from "#model/field";
import { isPostType, splitKeywords } from "./html-microdata.ts";
import { durationField, languageField, type Page, type Recogniser } from "./html-page.ts";
import { JsonFields } from "./json-fields.ts";
import { parseJson } from "./json-parse.ts";
import { memberOf, type JsonNode, type JsonObject } from "./json-tree.ts";
import { quote, type Draft, type EntryParts } from "./markup-entry.ts";
import { startOf } from "./markup-tree.ts";

/** A script whose JSON-LD is being read. */
interface Script {
  readonly json: string;
  /** Takes texts out of the document. */
  readonly fields: JsonFields;
  /** Offset of the JSON in the document. */
  readonly at: number;
  readonly language: Field | undefined;
}

/** Recognises schema.org in JSON-LD: the posts of a Blog, and posts in an ItemList. */
export const findJsonLd: Recogniser = (page) =>
  page.all('script[type="application/ld+json" i]').flatMap((element) => {
    const [text] = element.children;
    if (text === undefined || !("data" in text)) return [];
    const language = languageField(page, element);
    const script = { json: text.data, fields: new JsonFields(page.tree.text), at: startOf(text), language };
    return /"(?:blogPosts?|itemListElement)"/.test(script.json) ? readScript(page, script) : [];
  });

function readScript(page: Page, script: Script): Draft[] {
  const { root, faults } = parseJson(script.json);
  for (const { start, end, expected } of faults.slice(0, 1)) {
    const span = { start: script.at + start, end: script.at + end };
    page.failures.push({ kind: "json", span, found: quote(page.tree.text, span), expected });
  }
  if (root === undefined) return [];
  const isWhole = (post: JsonObject) =>
    !faults.slice(0, 100).some(({ start }) => start >= post.start && start <= post.end);
  return findPosts(root)
    .filter(isWhole)
    .map((post) => ({
      span: { start: script.at + post.start, end: script.at + post.end },
      parts: readPost(script, post),
    }));
}

/** The posts of all lists in a tree of JSON, which is bounded in depth. */
function findPosts(node: JsonNode): JsonObject[] {
  if (node.kind === "array") return node.items.flatMap(findPosts);
  if (node.kind !== "object") return [];
  return node.members.flatMap(({ key, value }) => {
    if (key.value === "blogPost" || key.value === "blogPosts") return objectsIn(value);
    if (key.value === "itemListElement" && typesOf(node).includes("ItemList")) return objectsIn(value).flatMap(postOf);
    return findPosts(value);
  });
}

const valueOf = (object: JsonObject, key: string): JsonNode | undefined => memberOf(object, key)?.value;

/** What an item of a list stands for: the post in it, or itself where it has a name. */
function postOf(item: JsonObject): JsonObject[] {
  const inner = valueOf(item, "item");
  if (inner?.kind === "object") return typesOf(inner).some(isPostType) ? [inner] : [];
  const isPost = typesOf(item).some((type) => type === "ListItem" || isPostType(type));
  return isPost && (valueOf(item, "name") ?? valueOf(item, "headline")) ? [item] : [];
}

const objectsIn = (node: JsonNode): JsonObject[] =>
  (node.kind === "array" ? node.items : [node]).filter((item) => item.kind === "object");

const listOf = (node: JsonNode | undefined): readonly JsonNode[] =>
  node === undefined ? [] : node.kind === "array" ? node.items : [node];

const typesOf = (node: JsonObject): string[] =>
  listOf(valueOf(node, "@type")).flatMap((type) => (type.kind === "string" ? [type.value] : []));

function readPost(script: Script, post: JsonObject): EntryParts {
  const text = (...names: readonly string[]) => firstText(script, post, names, ["@value", "name"]);
  const url = (...names: readonly string[]) => firstText(script, post, names, ["@id", "url", "contentUrl"]);
  const status = text("creativeWorkStatus");
  return {
    title: text("headline", "name"),
    summary: text("description", "abstract"),
    content: text("articleBody"),
    published: text("datePublished"),
    modified: text("dateModified"),
    readingTime: durationField(text("timeRequired")),
    author: text("author"),
    url: url("url", "mainEntityOfPage", "item", "@id"),
    tags: listOf(valueOf(post, "keywords")).flatMap((node) => splitKeywords(stringField(script, node))),
    image: url("image", "thumbnailUrl"),
    language: text("inLanguage") ?? script.language,
    draft: status?.value === "Draft" ? { value: true, span: status.span } : undefined,
  };
}

/** The text of the first member that has one: a string, or an object that has it under one of the inner names. */
function firstText(
  script: Script,
  object: JsonObject,
  names: readonly string[],
  innerNames: readonly string[],
): Field | undefined {
  const inner = (node: JsonObject) => innerNames.map((name) => valueOf(node, name));
  const nodes = names.map((name) => listOf(valueOf(object, name))[0]);
  const strings = nodes.flatMap((node) => (node?.kind === "object" ? inner(node) : [node]));
  return strings.map((node) => stringField(script, node)).find((field) => field !== undefined);
}

/** The text of a string, with places in the document. */
function stringField({ fields, at }: Script, node: JsonNode | undefined): Field | undefined {
  return node?.kind === "string" ? fields.textOf({ ...node, start: at + node.start, end: at + node.end }) : undefined;
}
