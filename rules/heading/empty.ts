import { headings, headingsOf } from "#facts/markdown-headings";
import { headingPlace } from "#facts/outline";
import { defineRule } from "#rule-kit/define-rule";

export default defineRule({
  on: "document",
  summary: "Give every heading a text.",
  severity: "error",
  presets: ["recommended", "strict"],
  sources: [{ title: "html-validate empty-heading", read: "2026-11-22" }],
  messages: {
    empty: "Heading of level {depth} has no text; write one or take it out.",
  },
  facts: { headings },

  *check(entry, _options, facts) {
    for (const heading of headingsOf(facts.headings, "github")) {
      const { depth, text, span } = heading;
      // What is longer holds a shortcode or a picture, and what those show is not known here.
      if (text !== "" || span.end - span.start > 2 * depth + 2) continue;
      yield { message: "empty", data: { depth }, at: headingPlace(entry, heading), key: `level ${depth}` };
    }
  },
});
