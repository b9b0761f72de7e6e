import type { Document, Failure, Reading } from "#model/document";
import type { Entry } from "#model/entry";
import type { Field } from "#model/field";
import { excerpt } from "#text/wording";
import { TextWriter, toField } from "./markup-text.ts";
import { draftEntries, type Draft } from "./text-drafts.ts";
import { draftLines } from "./text-lines.ts";
import { itemsOf, type Paragraph } from "./text-paragraphs.ts";

/** Reads a post list as text: title, summary, and a line of date · minutes · author for each entry. */
export function readTextListing(document: Document): Reading {
  const { text, path } = document;
  const entries: Entry[] = [];
  const failures: Failure[] = [];
  for (const draft of draftLines(text) ?? draftEntries(text, itemsOf(text))) {
    if (draft.kind === "entry")
      entries.push(entryOf(draft, document, { path, edition: "index", ordinal: entries.length }));
    else failures.push(failureOf(draft.span, text));
  }
  return { format: "text", edition: "index", entries, failures };
}

const failureOf = (span: Failure["span"], text: string): Failure => ({
  kind: "entry",
  span,
  found: excerpt(text.slice(span.start, span.end)),
  expected: "a title, a summary, and a line of date · minutes · author",
});

function entryOf(draft: Draft, { text }: Document, base: Pick<Entry, "path" | "edition" | "ordinal">): Entry {
  const { title, url, meta, summary, span } = draft;
  const others = meta?.others ?? [];
  const author = meta?.author ?? others.at(-1);
  const tags = others.filter((other) => other !== author);
  const fields = {
    title: title === undefined ? undefined : { value: text.slice(title.start, title.end), span: title },
    summary: textOf(text, summary),
    published: meta?.published,
    modified: meta?.modified,
    readingTime: meta?.readingTime,
    author,
    url,
    tags: tags.length === 0 ? undefined : tags,
  };
  const present = Object.entries(fields).filter(([, field]) => field !== undefined);
  return { ...base, span, ...Object.fromEntries(present) };
}

/** Paragraphs as one text: wrapped lines are joined by a space, paragraphs by a blank line. */
function textOf(text: string, paragraphs: readonly Paragraph[]): Field | undefined {
  const joined = new TextWriter();
  for (const { lines } of paragraphs) {
    let gap = "\n\n";
    for (const { start, end } of lines) {
      if (!joined.isEmpty) joined.escape(gap, joined.end, start - joined.end);
      joined.plain(text.slice(start, end), start);
      gap = " ";
    }
  }
  return toField(joined.finish());
}
