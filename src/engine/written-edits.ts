import type { Entry } from "#model/entry";
import type { Field } from "#model/field";
import type { Edit } from "#model/problem";
import { writeEdits } from "#text/front-matter-scalar";

/** Edits of a Markdown document as they must be written: within values of front matter, as their quotes ask for it. */
export function writtenEdits(entry: Entry | undefined, edits: readonly Edit[]): readonly Edit[] {
  const fields = entry === undefined ? [] : writtenFields(entry);
  if (fields.length === 0) return edits;
  const byField = new Map<Field | undefined, Edit[]>();
  for (const edit of edits) {
    const field = fields.find(({ span }) => span.start <= edit.span.start && edit.span.end <= span.end);
    byField.set(field, [...(byField.get(field) ?? []), edit]);
  }
  return [...byField].flatMap(([field, own]) => (field === undefined ? own : writeEdits(field, own)));
}

/** The fields of an entry that say how they are written. */
const writtenFields = (entry: Entry): readonly Field[] =>
  [entry.title, entry.summary, entry.author, entry.slug, entry.url, entry.published, entry.modified, entry.tags]
    .flat()
    .filter((field): field is Field => field?.style !== undefined);
