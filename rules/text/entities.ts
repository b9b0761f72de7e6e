import { spanWithin, type Field } from "#model/field";
import { partPlace } from "#model/problem";
import { fieldLabel, textFields } from "#model/text-fields";
import { defineRule } from "#rule-kit/define-rule";
import { findEntities, type RawEntity } from "#text/entities";
import { isAboutMarkup, isQuoted } from "#text/subject-hints";

export default defineRule({
  on: "entry",
  summary: "Write the character where readers see the HTML entity.",
  severity: "warn",
  presets: ["recommended", "strict", "seo"],
  messages: {
    entity: "{field} shows the entity “{found}” to readers; write “{character}”.",
    several: "{field} shows {count|entity|entities} to readers, the first “{found}”; write “{character}”.",
  },

  *check(entry) {
    if (isAboutMarkup(entry.title?.value.replaceAll(/&[#\w]+;/g, " ") ?? "")) return;
    for (const { name, field } of textFields(entry, ["title", "summary", "author", "tags"])) {
      const found = findEntities(field.value).filter(({ start, end }) => !isQuoted(field.value, start, end));
      const [first] = found;
      if (first === undefined) continue;
      const edits = found.map((entity) => editOf(field, entity));
      const rest = {
        at: partPlace(entry, name, field, first.start, first.end),
        key: name === "tags" ? `tag ${field.value}` : name,
        ...(edits.every((edit) => edit !== undefined) && {
          fix: { safety: "safe" as const, description: "Write the characters.", edits },
        }),
      };
      const data = { field: fieldLabel(name), found: first.found, character: visible(first.character) };
      if (found.length === 1) yield { message: "entity", data, ...rest };
      else yield { message: "several", data: { ...data, count: found.length }, ...rest };
    }
  },
});

/** The edit that decodes an entity once, or undefined where the character could mean something to the form. */
function editOf(field: Field, { start, end, found, character }: RawEntity) {
  const span = spanWithin(field, start, end);
  const isEscaped = span.end - span.start !== found.length;
  if (character === "&") return { span, text: isEscaped ? "&amp;" : "&" };
  return /["'<>\\]|\p{Cc}/u.test(character) ? undefined : { span, text: character };
}

/** How a message shows a character: spaces by name. */
const visible = (character: string) => (/^[\s\p{Cf}\p{Cc}]$/u.test(character) ? "a space" : character);
