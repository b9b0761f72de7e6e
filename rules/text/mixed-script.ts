import { spanWithin } from "#model/field";
import { partPlace } from "#model/problem";
import { textFields } from "#model/text-fields";
import { defineRule } from "#rule-kit/define-rule";
import { findMixedScripts } from "#text/mixed-scripts";
import { excerpt } from "#text/wording";

export default defineRule({
  on: "entry",
  summary: "Write each word with the letters of one script.",
  severity: "warn",
  presets: ["recommended", "strict"],
  sources: [
    {
      title: "Unicode Technical Standard 39: letters that look alike",
      url: "https://www.unicode.org/reports/tr39/",
      read: "2026-11-22",
    },
  ],
  messages: {
    mixed: "“{word}” has a {script} “{letter}” ({code}) that no search for “{reads}” finds; type the word again.",
  },

  *check(entry) {
    for (const { name, field } of textFields(entry, ["title", "summary", "author", "tags", "slug"])) {
      for (const { start, end, word, reads, letter, script } of findMixedScripts(field.value)) {
        yield {
          message: "mixed",
          data: { word, script, letter, code: codeOf(letter), reads },
          at: partPlace(entry, name, field, start, end),
          key: word,
          fix: {
            safety: "safe",
            description: `Write “${excerpt(reads)}” in one script.`,
            edits: [{ span: spanWithin(field, start, end), text: reads }],
          },
        };
      }
    }
  },
});

const codeOf = (letter: string) => `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
