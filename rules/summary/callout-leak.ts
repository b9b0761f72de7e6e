import { leadPlace } from "#facts/lead";
import { defineRule } from "#rule-kit/define-rule";
import { noticeAtStart } from "#text/summary-notice";

export default defineRule({
  on: "entry",
  summary: "Start the summary with the subject and not with a notice.",
  severity: "info",
  presets: ["recommended", "strict"],
  messages: {
    leak: "Summary starts with a notice (“{head}”); put the post's subject first.",
  },

  *check(entry) {
    const notice = entry.summary === undefined ? undefined : noticeAtStart(entry.summary.value);
    if (notice === undefined) return;
    const { head, end } = notice;
    yield { message: "leak", data: { head }, at: leadPlace(entry, {}, { start: 0, end }), key: head };
  },
});
