import { spanWithin } from "#model/field";
import { partPlace } from "#model/problem";
import { fieldLabel, textFields } from "#model/text-fields";
import { defineRule } from "#rule-kit/define-rule";
import { findEntities } from "#text/entities";
import { isAboutMarkup, isQuoted } from "#text/subject-hints";

export default defineRule({
  on: "entry",
  summary: "Write the character where readers see the HTML entity.",
  severity: "warn",
  presets: ["recommended", "strict", "seo"],
  messages: {
    entity: "{field} shows the entity “{found}” to readers; write “{character}”.",
    written: "{field} has the entity “{found}”, which readers see where a template escapes it; write “{character}”.",
    "several-written":
      "{field} has {count|entity|entities}, the first “{found}”, which readers see where a template escapes it; write “{character}”.",
    several: "{field} shows {count|entity|entities} to readers, the first “{found}”; write “{character}”.",
  },

  *check(entry) {
    if (isAboutMarkup(entry.title?.value.replaceAll(/&[#\w]+;/g, " ") ?? "")) return;
    for (const { name, field } of textFields(entry, ["title", "summary", "author", "tags"])) {
      const found = findEntities(field.value).filter(({ start, end }) => !isQuoted(field.value, start, end));
      const [first] = found;
      if (first === undefined) continue;
      const rest = {
        at: partPlace(entry, name, field, first.start, first.end),
        key: name === "tags" ? `tag ${field.value}` : name,
        fix: {
          safety: "safe",
          description: "Write the characters.",
          edits: found.map(({ start, end, character }) => ({ span: spanWithin(field, start, end), text: character })),
        },
      } as const;
      const data = { field: fieldLabel(name), found: first.found, character: visible(first.character) };
      // Some templates put what front matter says on the page as it is, and the browser reads the entity.
      const isSource = entry.edition === "source";
      const count = found.length;
      if (count === 1) yield { message: isSource ? "written" : "entity", data, ...rest };
      else yield { message: isSource ? "several-written" : "several", data: { ...data, count }, ...rest };
    }
  },
});

/** How a message shows a character: those that can't be seen by what they are. */
function visible(character: string): string {
  if (character === "\u00AD") return "a soft hyphen";
  return /^[\s\p{Cf}\p{Cc}]$/u.test(character) ? "a space" : character;
}
