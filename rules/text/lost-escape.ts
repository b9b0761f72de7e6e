import { damagedPassages } from "#facts/damaged-passages";
import type { Entry } from "#model/entry";
import { spanWithin } from "#model/field";
import { partPlace } from "#model/problem";
import { fieldLabel, textFields, type NamedField } from "#model/text-fields";
import { defineRule } from "#rule-kit/define-rule";
import { findLostEscapes, type LostEscape } from "#text/lost-escapes";
import { isAboutMarkup, isQuoted } from "#text/subject-hints";

export default defineRule({
  on: "entry",
  summary: "Write the character, not the number that an escape left behind.",
  severity: "warn",
  presets: ["recommended", "strict"],
  messages: {
    escape: "{field} has “{found}” in “{context}”, a lost escape of “{character}” ({code}); write the character.",
  },

  facts: { damagedPassages },

  *check(entry, _options, facts) {
    if (isAboutMarkup(`${entry.title?.value ?? ""} ${entry.summary?.value ?? ""}`)) return;
    const passages = facts.damagedPassages.map((field): NamedField => ({ name: "content", field }));
    for (const named of [...textFields(entry, ["title", "summary", "author", "tags"]), ...passages]) {
      for (const escape of findLostEscapes(named.field.value)) {
        if (!isQuoted(named.field.value, escape.start, escape.end)) yield problemAt(entry, named, escape);
      }
    }
  },
});

function problemAt(entry: Entry, { name, field }: NamedField, { start, end, found, character }: LostEscape) {
  const context = contextOf(field.value, start, end);
  return {
    message: "escape" as const,
    data: { field: fieldLabel(name), found, context, character, code: `U+${found.slice(-4).toUpperCase()}` },
    at: partPlace(entry, name, field, start, end),
    key: context,
    // A number can be meant, so an author has a look.
    fix: {
      safety: "unsafe" as const,
      description: `Write “${character}” for “${found}”.`,
      edits: [{ span: spanWithin(field, start, end), text: character }],
    },
  };
}

/** The escape with what stands beside it, up to the next spaces. */
function contextOf(text: string, start: number, end: number): string {
  const before = /\S*\s?\S*$/u.exec(text.slice(Math.max(0, start - 30), start))?.[0] ?? "";
  const after = /^\S*\s?\S*/u.exec(text.slice(end, end + 30))?.[0] ?? "";
  return (before + text.slice(start, end) + after).trim();
}
