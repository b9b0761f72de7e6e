import type { Entry, FieldName } from "#model/entry";
import { defineRule } from "#rule-kit/define-rule";
import { isTypingSlip } from "#text/typing-slips";
import { excerpt } from "#text/wording";

// The names of the post index; and what other forms call the same things.
const otherNames: Readonly<Record<FieldName, readonly string[]>> = {
  title: ["headline"],
  summary: ["description", "excerpt"],
  published: ["date", "datePublished", "date_published", "pubDate", "publishDate"],
  modified: ["lastmod", "updated", "dateModified", "date_modified"],
  readingTime: ["minutes", "readTime"],
  author: ["authors", "byline"],
  url: ["link", "permalink", "href"],
  slug: [],
  tags: ["keywords"],
  language: ["lang", "locale"],
  draft: [],
  image: ["cover", "thumbnail"],
  content: ["body", "content_text"],
};
const names = Object.keys(otherNames) as FieldName[];

export default defineRule({
  on: "entry",
  summary: "Spell the keys of a post index as the index knows them.",
  severity: "warn",
  presets: ["recommended", "strict"],
  messages: {
    slip: "Key “{key}” is not read; did you mean “{name}”?",
  },

  *check(entry) {
    // Front matter has its own names.
    if (entry.edition === "source") return;
    for (const key of entry.unknownKeys ?? []) {
      const name = meantBy(key.value, entry);
      if (name === undefined) continue;
      const at = { path: entry.path, span: key.span, anchor: `key:${key.value}`, entry };
      yield { message: "slip", data: { key: excerpt(key.value), name }, at, key: key.value };
    }
  },
});

/** The field that a key may stand for. One that the entry has under its right name is not meant. */
function meantBy(key: string, entry: Entry): FieldName | undefined {
  if (key.length > 40) return undefined;
  const missing = names.filter((name) => entry[name] === undefined);
  return missing.find((name) => isTypingSlip(key, name)) ?? missing.find((name) => otherNames[name].includes(key));
}
