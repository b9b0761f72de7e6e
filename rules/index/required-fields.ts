import type { Entry, FieldName } from "#model/entry";
import { placeOf } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { list } from "#rule-kit/options";
import { peersOf } from "#text/peers";

const inWords: Readonly<Record<FieldName, string>> = {
  title: "a title",
  summary: "a summary",
  published: "a date of publication",
  modified: "a date of change",
  readingTime: "a reading time",
  author: "an author",
  url: "a URL",
  slug: "a slug",
  tags: "tags",
  language: "a language",
  draft: "a draft mark",
  image: "an image",
  content: "content",
};
const names = Object.keys(inWords) as FieldName[];

/** A list of field names; any other name is refused when the config is read. */
const fieldList = (spec: Parameters<typeof list>[0]) => ({
  ...list(spec),
  schema: { type: "array", items: { enum: names }, uniqueItems: true },
});

export default defineRule({
  on: "corpus",
  summary: "Give every entry the fields without which it can't be shown.",
  severity: "error",
  presets: ["recommended", "strict"],
  options: {
    fields: fieldList({ default: ["title"], description: "Fields that every entry must have." }),
    usual: fieldList({
      default: ["url"],
      description: "Fields that an entry must have where most entries of its document have them.",
    }),
  },
  messages: {
    required: "Entry lacks {field}, which every entry must have.",
    usual: "{having} of {total|entry|entries} here have {field}; this one lacks it.",
  },

  *check({ entries, site }, { fields, usual }) {
    for (const peers of peersOf(entries)) {
      for (const name of names) {
        const isRequired = fields.includes(name) && !isUntitledFeed(peers, name);
        if (!isRequired && !usual.includes(name)) continue;
        const lacking = peers.filter((entry) => !has(entry, name));
        const having = peers.length - lacking.length;
        if (!isRequired && having * 2 <= peers.length) continue;
        for (const entry of lacking) {
          if (mayLack(entry, name, site !== undefined)) continue;
          const data = { field: inWords[name], having, total: peers.length };
          yield { message: isRequired ? "required" : "usual", data, at: placeOf(entry), key: name };
        }
      }
    }
  },
});

/** Drafts and what could not be read may lack anything. A site gives its sources their URLs, but for what is no page. */
const mayLack = (entry: Entry, name: FieldName, isSite: boolean): boolean =>
  entry.draft?.value === true || entry.incomplete === true || (isSite && name === "url" && entry.edition === "source");

/** A blank text is none, and a slug serves for a URL. */
function has(entry: Entry, name: FieldName): boolean {
  if (name === "tags") return (entry.tags?.length ?? 0) > 0;
  const value = entry[name]?.value ?? (name === "url" ? entry.slug?.value : undefined);
  return typeof value === "string" ? value.trim() !== "" : value !== undefined;
}

/** Feeds of short notes have no titles: RSS 2.0 and JSON Feed allow it. */
const isUntitledFeed = (peers: readonly Entry[], name: FieldName) =>
  name === "title" && peers.every((entry) => entry.edition === "feed" && !has(entry, "title"));
