import type { Entry } from "#model/entry";
import type { Field } from "#model/field";
import { isMap, type ConfigMap } from "./config-values.ts";
import { parseDataText } from "./read-config.ts";
import { readSmallText } from "./site-files.ts";

/** Longest value, and most values, that are kept of one document: what a URL can depend on is short. */
const longestValue = 300;
const mostValues = 200;

const nowhere = { start: 0, end: 0 };

/** Whether Hugo makes a page of a file that is no Markdown, if it has front matter. */
export const isOtherFormat = (path: string): boolean => /\.(?:html?|adoc|asciidoc|ad|org|rst|pandoc|pdc)$/i.test(path);

/**
 * Documents in HTML and other forms: they are pages that links lead to, and nothing else is read of them than what their
 * URL depends on. Without front matter a file is one that pages use.
 *
 * @param file absolute path of the file
 * @param path the same, relative to the root of the run
 */
export async function readOtherFormat(file: string, path: string): Promise<Entry | undefined> {
  const fenced = fencedText(readSmallText(file) ?? "");
  if (fenced === undefined) return undefined;
  // What can't be read says nothing of the URL; the file is a page all the same.
  const value = await parseDataText(fenced.inner, fenced.form).catch(() => undefined);
  const meta = isMap(value) ? metaOfData(value) : {};
  const published = meta["date"] ?? meta["publishdate"] ?? meta["pubdate"] ?? meta["published"];
  return {
    edition: "source",
    path,
    ordinal: 0,
    span: nowhere,
    ...(meta["title"] !== undefined && { title: meta["title"] }),
    ...(published !== undefined && { published }),
    meta,
  };
}

function fencedText(text: string) {
  const [open = "", mark = ""] = /^(---|\+\+\+)[ \t]*\r?\n/.exec(text) ?? [];
  const end = mark === "" ? -1 : text.indexOf(`\n${mark}`, open.length - 1);
  if (end < 0) return undefined;
  return { inner: text.slice(open.length, end), form: mark === "---" ? ("yaml" as const) : ("toml" as const) };
}

/** The values of a map as the front matter of an entry has them: as texts, by key path in small letters. */
function metaOfData(value: ConfigMap): Record<string, Field> {
  const meta: Record<string, Field> = {};
  let count = 0;
  const add = (path: string, inner: unknown): void => {
    if (count >= mostValues || inner === null || inner === undefined) return;
    if (Array.isArray(inner)) for (const [index, item] of inner.entries()) add(`${path}.${index}`, item);
    else if (isMap(inner)) for (const [key, item] of Object.entries(inner)) add(`${path}.${key.toLowerCase()}`, item);
    else {
      const text = inner instanceof Date ? inner.toISOString() : String(inner as string);
      if (text.length > longestValue) return;
      meta[path] = { value: text, span: nowhere };
      count++;
    }
  };
  for (const [key, inner] of Object.entries(value)) add(key.toLowerCase(), inner);
  return meta;
}
