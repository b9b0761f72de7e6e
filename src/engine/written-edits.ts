import type { Entry } from "#model/entry";
import type { Field } from "#model/field";
import type { Edit } from "#model/problem";
import { writeEdits } from "#text/front-matter-scalar";
import { byKey } from "#text/groups";

/** Edits of a Markdown document as they must be written: within values of front matter, as their quotes ask for it. */
export function writtenEdits(entry: Entry | undefined, edits: readonly Edit[]): readonly Edit[] {
  const fields = entry === undefined ? [] : writtenFields(entry);
  if (fields.length === 0) return edits;
  const fieldOf = ({ span: { start, end } }: Edit) =>
    fields.find(({ span }) => span.start <= start && end <= span.end) ?? "none";
  return [...byKey(edits, fieldOf)].flatMap(([field, own]) => (field === "none" ? own : writeEdits(field, own)));
}

/** The fields of an entry that say how they are written. */
const writtenFields = (entry: Entry): readonly Field[] =>
  [entry.title, entry.summary, entry.author, entry.slug, entry.url, entry.published, entry.modified, entry.tags]
    .flat()
    .filter((field): field is Field => field?.style !== undefined);
