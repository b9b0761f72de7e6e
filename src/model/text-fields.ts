import type { Entry } from "./entry.ts";
import type { Field } from "./field.ts";

/** Fields of an entry that hold text for readers. */
export type TextFieldName = "title" | "summary" | "author" | "tags" | "slug" | "url" | "content";

/** A text field of an entry with its name. Each tag is a field of its own. */
export interface NamedField {
  readonly name: TextFieldName;
  readonly field: Field;
}

/** The text fields that an entry has, in the order of the names. */
export function textFields(entry: Entry, names: readonly TextFieldName[]): NamedField[] {
  return names.flatMap((name) => {
    const value = entry[name];
    if (value === undefined) return [];
    if (!isList(value)) return [{ name, field: value }];
    return value.map((field) => ({ name, field }));
  });
}

/** What messages call a field at the start of a sentence. */
export const fieldLabel = (name: TextFieldName): string =>
  ({ title: "Title", summary: "Summary", author: "Author", tags: "Tag", slug: "Slug", url: "URL", content: "Content" })[
    name
  ];

const isList = (value: Field | readonly Field[]): value is readonly Field[] => Array.isArray(value);
