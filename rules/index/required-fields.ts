import { headings, type HeadingRow } from "#facts/markdown-headings";
import { wordCounts, type WordCounts } from "#facts/markdown-word-counts";
import type { Entry, FieldName } from "#model/entry";
import { placeOf } from "#model/problem";
import type { SitePages } from "#model/site";
import { defineRule } from "#rule-kit/define-rule";
import { list } from "#rule-kit/options";
import { isListPage } from "#text/list-page";
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

  facts: { headings, wordCounts },

  *check({ entries, site }, { fields, usual }, facts) {
    for (const peers of peersOf(entries)) {
      for (const name of names) {
        const isRequired = fields.includes(name) && !isUntitledFeed(peers, name);
        if (!isRequired && !usual.includes(name)) continue;
        const lacking = peers.filter((entry) => !has(entry, name));
        const having = peers.length - lacking.length;
        if (!isRequired && having * 2 <= peers.length) continue;
        const data = { field: inWords[name], having, total: peers.length };
        const isUntitled = (entry: Entry) => name === "title" && entry.edition === "source";
        const mayDoWithout = (entry: Entry) => isUntitled(entry) && !owesTitle(entry, having / peers.length, facts);
        for (const entry of lacking.filter((one) => !mayLack(one, name, site) && !mayDoWithout(one))) {
          const message = isRequired && !isUntitled(entry) ? "required" : "usual";
          yield { message, data, at: placeOf(entry), key: name };
        }
      }
    }
  },
});

/**
 * Drafts and what could not be read may lack anything. A site gives its sources their URLs, but for what is no page, and
 * some generators make a title of the name of the file.
 */
function mayLack({ draft, incomplete, edition }: Entry, name: FieldName, site: SitePages | undefined): boolean {
  if (draft?.value === true || incomplete === true) return true;
  if (site === undefined || edition !== "source") return false;
  return name === "url" || (name === "title" && site.model.generator === "jekyll");
}

/** A blank text is none, and a slug serves for a URL. */
function has(entry: Entry, name: FieldName): boolean {
  if (name === "tags") return (entry.tags?.length ?? 0) > 0;
  const value = entry[name]?.value ?? (name === "url" ? entry.slug?.value : undefined);
  return typeof value === "string" ? value.trim() !== "" : value !== undefined;
}

/** Feeds of short notes have no titles: RSS 2.0 and JSON Feed allow it. */
const isUntitledFeed = (peers: readonly Entry[], name: FieldName) =>
  name === "title" && peers.every((entry) => entry.edition === "feed" && !has(entry, "title"));

/** Markdown files of a folder in which fewer have titles may be the data of a template, which names them its own way. */
const leastTitled = 0.7;

/**
 * Whether a Markdown file needs a title in its front matter: not where its first heading is one, where it has no text to
 * be shown, or where a list is named by its folder.
 */
function owesTitle(entry: Entry, titled: number, facts: FactsOfEntries): boolean {
  if (titled < leastTitled || isListPage(entry.path)) return false;
  const isBare = (facts.wordCounts(entry)?.words ?? 0) === 0;
  return !isBare && !(facts.headings(entry) ?? []).some(([depth]) => depth === 1);
}

interface FactsOfEntries {
  headings(entry: Entry): readonly HeadingRow[] | null;
  wordCounts(entry: Entry): WordCounts | null;
}
