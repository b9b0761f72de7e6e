import type { Document, Failure, Reading } from "#model/document";
import type { Entry } from "#model/entry";
import type { Field } from "#model/field";
import { pairAt, type FrontMatter, type FrontMatterMap, type FrontMatterValue } from "#model/front-matter";
import { metaOf } from "#model/meta";
import { directivesIn } from "./markdown-directives.ts";
import { booleanOf, unquotedBooleanOf, firstText, minutesOf, texts } from "./markdown-fields.ts";
import { headDescription } from "./markdown-head.ts";
import { frontMatterOf, type ViewOptions } from "./markdown-view.ts";
import type { ReadOptions } from "./read-document.ts";

/** For each field of an entry the keys of front matter that have it, the first that is there first. Dotted paths reach in. */
export interface FieldNames {
  readonly title: readonly string[];
  readonly summary: readonly string[];
  readonly published: readonly string[];
  readonly modified: readonly string[];
  readonly expiry: readonly string[];
  readonly readingTime: readonly string[];
  readonly author: readonly string[];
  readonly tags: readonly string[];
  readonly slug: readonly string[];
  readonly url: readonly string[];
  readonly aliases: readonly string[];
  readonly draft: readonly string[];
  readonly image: readonly string[];
  readonly language: readonly string[];
}

/** What steers the reading of Markdown. */
export interface MarkdownOptions extends ViewOptions {
  /** Keys of front matter, where the site's generator or its config name others than `defaultFieldNames`. */
  readonly fieldNames?: Partial<FieldNames> | undefined;
  /** Whether a text under `tags` that has no comma is split at its spaces. */
  readonly splitsTags?: boolean | undefined;
}

/** The names that Hugo, Jekyll, Astro, Docusaurus, Eleventy and their themes give to fields. Case does not matter. */
export const defaultFieldNames: FieldNames = {
  title: ["title"],
  summary: ["description", "summary", "excerpt"],
  published: ["date", "publishDate", "pubDate", "published", "publishedAt", "published_at", "datePublished"],
  modified: [
    "lastmod",
    "updated",
    "modified",
    "last_modified_at",
    "lastModified",
    "updatedDate",
    "updatedAt",
    "updated_at",
    "last_update.date",
    "dateModified",
  ],
  expiry: ["expiryDate", "expires", "expiry"],
  readingTime: ["readingTime", "reading_time", "readTime", "minutes"],
  author: ["author", "authors"],
  tags: ["tags", "tag"],
  slug: ["slug"],
  url: ["url", "permalink"],
  aliases: ["aliases", "alias", "redirect_from", "redirectFrom"],
  draft: ["draft"],
  image: [
    "image",
    "cover.image",
    "cover.src",
    "cover",
    "image.src",
    "image.url",
    "image.path",
    "images",
    "featured_image",
    "featuredImage",
    "coverImage",
    "heroImage",
    "hero",
    "thumbnail",
    "banner",
    "header.image",
    "og_image",
    "ogImage",
  ],
  language: ["lang", "language", "locale"],
};

/** Reads what the front matter of a Markdown document says of its post: one entry, whatever the body is. */
export async function readMarkdown(document: Document, { markdown = {} }: ReadOptions = {}): Promise<Reading> {
  const parsed = await frontMatterOf(document);
  const frontMatter = { ...parsed, failures: [...parsed.failures, ...emptiness(document)] };
  const entry = entryOf(document, frontMatter, markdown);
  return {
    format: "markdown",
    edition: "source",
    entries: [entry],
    failures: frontMatter.failures,
    bodyStart: frontMatter.bodyStart,
    directives: directivesIn(document.text, frontMatter.root),
  };
}

/** A file without a character; Hugo has empty ones for lists, and a byte order mark is none either. */
function emptiness({ path, text }: Document): Failure[] {
  if (text.trim() !== "" || /(?:^|\/)_index\.[^/]+$/.test(path)) return [];
  return [{ kind: "empty", span: { start: 0, end: 0 }, found: "an empty file", expected: "a post" }];
}

function entryOf({ path, text }: Document, frontMatter: FrontMatter, options: MarkdownOptions): Entry {
  const names: FieldNames = { ...defaultFieldNames, ...options.fieldNames };
  const { root, failures, bodyStart } = frontMatter;
  const one = (name: keyof FieldNames): Field | undefined =>
    firstOf(root, names[name], (value) => firstText(text, value));
  const many = (name: keyof FieldNames): readonly Field[] | undefined =>
    firstOf(root, names[name], (value, key) => texts(text, value, options.splitsTags === true && key === "tags"));
  const fields = {
    title: one("title"),
    summary: one("summary") ?? headDescription(text, bodyStart),
    published: firstOf(root, names.published, (value) => dateText(firstText(text, value))),
    modified: dateText(one("modified")),
    expiry: one("expiry"),
    readingTime: firstOf(root, names.readingTime, minutesOf),
    author: one("author"),
    url: writtenUrl(one("url")),
    slug: one("slug"),
    tags: many("tags"),
    language: one("language"),
    draft: draftOf(root, names),
    image: one("image"),
    aliases: many("aliases"),
  };
  const isBroken = failures.some(({ kind }) => kind !== "duplicate-key");
  const present = Object.entries(fields).filter(([, field]) => field !== undefined);
  // Without a title and a body a file keeps the place of a page, such as one that is not translated.
  const isBlank = present.length === 0 || (fields.title === undefined && text.slice(bodyStart).trim() === "");
  return {
    edition: "source",
    path,
    ordinal: 0,
    span: frontMatter.format === "none" ? { start: 0, end: text.length } : frontMatter.span,
    ...Object.fromEntries(present),
    ...((isBroken || isBlank || leadsElsewhere(root)) && { incomplete: true }),
    meta: metaOf(root),
    body: { start: bodyStart, end: text.length },
  };
}

/** A URL as it is written. What a template of it makes only the build knows. */
const writtenUrl = (field: Field | undefined): Field | undefined =>
  field !== undefined && /\{[{%]/.test(field.value) ? undefined : field;

/**
 * A text that may be a date. Jekyll's `published` says whether there is one; in a template for notes of Obsidian a call
 * such as `{{date}}` or `<% tp.date.now() %>` stands in its place.
 */
const dateText = (field: Field | undefined): Field | undefined =>
  field !== undefined && /^(?:true|false|yes|no|on|off|\{\{ ?(?:date|time)\b[^{}]*\}\}|<%.*%>)$/i.test(field.value)
    ? undefined
    : field;

/** Whether the document is a page that only redirects, by the keys of generators and their plugins. */
const leadsElsewhere = (root: FrontMatterMap): boolean =>
  ["redirect", "redirect_to", "redirectTo", "redirect_url"].some((name) => pairAt(root, name) !== undefined);

/** The first key whose value can be read as the field. */
function firstOf<T>(
  root: FrontMatterMap,
  names: readonly string[],
  read: (value: FrontMatterValue, name: string) => T | undefined,
): T | undefined {
  for (const name of names) {
    const pair = pairAt(root, name);
    const field = pair === undefined ? undefined : read(pair.value, name);
    if (field !== undefined) return field;
  }
  return undefined;
}

/** Whether the post is a draft. Jekyll says it the other way round: `published: false`. */
function draftOf(root: FrontMatterMap, names: FieldNames): Field<boolean> | undefined {
  const draft = firstOf(root, names.draft, booleanOf);
  if (draft !== undefined) return draft;
  const published = firstOf(root, ["published"], unquotedBooleanOf);
  return published && { value: !published.value, span: published.span };
}
