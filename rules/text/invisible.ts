import type { Entry } from "#model/entry";
import { spanWithin } from "#model/field";
import { partPlace } from "#model/problem";
import { fieldLabel, textFields, type NamedField } from "#model/text-fields";
import { defineRule, type Run } from "#rule-kit/define-rule";
import { findInvisible, type Invisible } from "#text/invisible";

export default defineRule({
  on: "entry",
  summary: "Keep characters that no one can see out of titles, summaries, names and addresses.",
  severity: "warn",
  presets: ["recommended", "strict"],
  messages: {
    one: "{field} has an invisible character, a {name} ({code}); delete it.",
    several: "{field} has {count} invisible characters, the first a {name} ({code}); delete them.",
    spaces: "{field} has a {name}; write one space.",
  },

  *check(entry, _options, _facts, run) {
    for (const named of textFields(entry, ["title", "summary", "author", "tags", "slug", "url"])) {
      const found = findInvisible(named.field.value).filter((one) => !isHyphenation(one, entry, named, run));
      const [first] = found;
      if (first !== undefined) yield problemAt(entry, named, found, first);
    }
  },
});

function problemAt(entry: Entry, { name, field }: NamedField, found: readonly Invisible[], first: Invisible) {
  const data = { field: fieldLabel(name), name: first.name, code: first.code };
  const rest = {
    at: partPlace(entry, name, field, first.start, first.end),
    key: name === "tags" ? `tag ${field.value}` : name,
    fix: {
      safety: "safe",
      description: "Delete the invisible characters.",
      edits: found.map(({ start, end, instead }) => ({ span: spanWithin(field, start, end), text: instead })),
    },
  } as const;
  if (found.length > 1) return { message: "several" as const, data: { ...data, count: found.length }, ...rest };
  return { message: first.instead === " " ? ("spaces" as const) : ("one" as const), data, ...rest };
}

// Languages of long compounds, whose authors hyphenate by hand.
const compounding = /^(?:de|nl|da|sv|nb|nn|no|fi|hu|is|et)\b/i;

/** Soft hyphens in running text of a language with long words are meant. */
function isHyphenation({ code }: Invisible, entry: Entry, { name }: NamedField, { site }: Run): boolean {
  const language = entry.language?.value ?? site.language ?? "";
  return code === "U+00AD" && (name === "title" || name === "summary") && compounding.test(language);
}
