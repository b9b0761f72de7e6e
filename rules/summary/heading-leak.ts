import { leadPlace, summaryLead } from "#facts/lead";
import { defineRule } from "#rule-kit/define-rule";
import { excerpt } from "#text/wording";

export default defineRule({
  on: "entry",
  summary: "Keep headings out of the summary.",
  severity: "warn",
  presets: ["recommended", "strict"],
  messages: {
    leak: "The heading “{heading}” runs into the summary; start the post with a paragraph, or write a summary.",
  },
  facts: { lead: summaryLead },

  *check(entry, _options, { lead: found }) {
    if (found?.heading === undefined) return;
    const { text } = found.heading;
    yield {
      message: "leak",
      data: { heading: excerpt(text) },
      at: leadPlace(entry, {}, found.heading),
      key: text,
    };
  },
});
