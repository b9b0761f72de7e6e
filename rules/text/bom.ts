import type { Format } from "#model/document";
import { defineRule } from "#rule-kit/define-rule";

// In HTML, XML and plain text a byte order mark is allowed and read over.
const forms: Partial<Readonly<Record<Format, string>>> = {
  markdown: "some generators then take the front matter for text",
  json: "JSON must not have one, and parsers refuse it",
  "json-feed": "JSON must not have one, and parsers refuse it",
  "search-index": "JSON must not have one, and parsers refuse it",
};

export default defineRule({
  on: "corpus",
  summary: "Start Markdown and JSON files without a byte order mark.",
  severity: "info",
  presets: ["recommended", "strict"],
  sources: [
    {
      title: "RFC 8259, 8.1: no byte order mark in JSON",
      url: "https://www.rfc-editor.org/rfc/rfc8259#section-8.1",
      read: "2026-11-22",
    },
  ],
  messages: {
    mark: "File starts with a byte order mark; take it out: {why}.",
  },

  *check({ documents }) {
    for (const { path, bom, format } of documents) {
      const why = forms[format];
      if (!bom || why === undefined) continue;
      yield {
        message: "mark",
        data: { why },
        at: { path, span: { start: 0, end: 0 }, anchor: "document" },
        key: "bom",
        fix: { safety: "safe", description: "Take the byte order mark out.", edits: [], removesByteOrderMark: true },
      };
    }
  },
});
