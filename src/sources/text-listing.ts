import type { Document, Failure, Reading } from "#model/document";
import type { Entry } from "#model/entry";
import type { Field } from "#model/field";
import { excerpt } from "#text/wording";
import { MappedText } from "./mapped-text.ts";
import { draftEntries, type Draft } from "./text-drafts.ts";
import { itemsOf, type Paragraph } from "./text-paragraphs.ts";

/** Reads a post list as text: title, summary, and a line of date · minutes · author for each entry. */
export function readTextListing(document: Document): Reading {
  const { text, path } = document;
  const entries: Entry[] = [];
  const failures: Failure[] = [];
  for (const draft of draftEntries(text, itemsOf(text))) {
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
  const author = meta?.others.at(-1);
  const tags = meta?.others.slice(0, -1) ?? [];
  const fields = {
    title: title === undefined ? undefined : { value: text.slice(title.start, title.end), span: title },
    summary: summary.length === 0 ? undefined : textOf(text, summary),
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
function textOf(text: string, paragraphs: readonly Paragraph[]): Field {
  const joined = new MappedText(text);
  let end: number | undefined;
  for (const { lines } of paragraphs) {
    let gap = "\n\n";
    for (const line of lines) {
      if (end !== undefined) joined.replace(gap, end, line.start);
      joined.copy(line.start, line.end);
      end = line.end;
      gap = " ";
    }
  }
  return joined.field();
}
