import { unclosedFence } from "#facts/unclosed-fence";
import { bodyPlace } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";

export default defineRule({
  on: "document",
  summary: "Close every code fence.",
  severity: "warn",
  presets: ["recommended", "strict"],
  sources: [{ title: "CommonMark 0.31: an unclosed fence runs to the end of the document", read: "2026-11-22" }],
  messages: {
    open: "The code fence is never closed, so the rest of the post is code; close it.",
  },
  facts: { unclosedFence },

  *check(entry, _options, { unclosedFence: fence }) {
    if (fence !== null) yield { message: "open", data: {}, at: bodyPlace(entry, fence), key: "fence" };
  },
});
