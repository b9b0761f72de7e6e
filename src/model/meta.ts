import type { Field } from "./field.ts";
import type { FrontMatterMap, FrontMatterValue } from "./front-matter.ts";

/**
 * Values of a document's front matter as text, by key path in small letters: `slug`, `aliases.0`, `build.render`. What
 * the URL of a document can depend on, and no more.
 */
export type Meta = Readonly<Record<string, Field>>;

/** Texts that no URL is made of are longer than this, in UTF-16 units. */
const longestValue = 300;
/** Most values that are kept of one document. */
const mostValues = 200;

/** Maps whose values can change a URL or decide whether there is a page. */
const openMaps = new Set([
  "build",
  "_build",
  "cascade",
  "sitemap",
  "eleventynavigation",
  "eleventycomputed",
  "permalink",
]);

/** The values of a front matter that a generator may make a URL of. Of a key that is given twice the last one counts. */
export function metaOf(root: FrontMatterMap): Meta {
  const meta: Record<string, Field> = {};
  for (const { key, value } of root.pairs) {
    const name = key.value.toLowerCase();
    if (value.kind !== "map" || openMaps.has(name)) add(meta, name, value);
  }
  return meta;
}

function add(meta: Record<string, Field>, path: string, value: FrontMatterValue): void {
  if (Object.keys(meta).length >= mostValues) return;
  if (value.kind === "map") {
    for (const pair of value.pairs) add(meta, `${path}.${pair.key.value.toLowerCase()}`, pair.value);
  } else if (value.kind === "list") {
    for (const [index, item] of value.items.entries()) add(meta, `${path}.${index}`, item);
  } else if (value.kind === "text") {
    if (value.value.length > longestValue) return;
    meta[path] = { value: value.value, span: value.span, ...(value.map !== undefined && { map: value.map }) };
  } else if (value.value !== null) {
    meta[path] = { value: value.raw, span: value.span };
  }
}

/** The values of a list, or of a single text that stands for one. */
export function metaList(meta: Meta | undefined, name: string): Field[] {
  if (meta === undefined) return [];
  const single = meta[name];
  if (single !== undefined) return [single];
  const items: Field[] = [];
  for (let index = 0; ; index++) {
    const item = meta[`${name}.${index}`];
    if (item === undefined) return items;
    items.push(item);
  }
}

/**
 * An entry whose front matter has the entry's own fields where they are equal. What comes out of JSON has each of them
 * twice, which of a large site is a fifth of all that is kept.
 */
export function withSharedFields<E extends { readonly meta?: Meta; readonly tags?: readonly Field[] }>(entry: E): E {
  if (entry.meta === undefined) return entry;
  const byStart = new Map<number, Field>();
  for (const own of Object.values(entry).flat() as unknown[]) if (isTextField(own)) byStart.set(own.span.start, own);
  const meta: Record<string, Field> = {};
  for (const [name, field] of Object.entries(entry.meta)) {
    const own = byStart.get(field.span.start);
    meta[name] = own !== undefined && own.value === field.value && own.span.end === field.span.end ? own : field;
  }
  return { ...entry, meta };
}

const isTextField = (value: unknown): value is Field =>
  typeof value === "object" && value !== null && "span" in value && "value" in value && typeof value.value === "string";
