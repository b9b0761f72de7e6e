import { boldLines } from "#facts/bold-lines";
import { bodyPlace } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { excerpt } from "#text/wording";

export default defineRule({
  on: "document",
  summary: "Write headings as headings, not as bold lines.",
  severity: "info",
  presets: ["recommended", "strict"],
  sources: [{ title: "markdownlint MD036", read: "2026-11-22" }],
  messages: {
    bold: "“{text}” is a bold line that looks like a heading; make it one, so that it has an anchor and a place in the outline.",
  },
  facts: { boldLines },

  *check(entry, _options, { boldLines: lines }) {
    for (const { span, text } of lines ?? []) {
      yield { message: "bold", data: { text: excerpt(text) }, at: bodyPlace(entry, span), key: text };
    }
  },
});
