import { partPlace } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { stockClosing } from "#text/stock-phrases";
import { excerpt } from "#text/wording";

export default defineRule({
  on: "entry",
  summary: "End the post on its last thought, without announcing the end.",
  severity: "info",
  presets: ["editorial"],
  messages: {
    closing: "The last paragraph opens with “{found}”; say the last thing without announcing it.",
  },

  *check(entry) {
    const { content } = entry;
    if (content === undefined) return;
    const start = content.value.trimEnd().lastIndexOf("\n") + 1;
    // Text in one piece does not show where its last paragraph starts.
    if (start === 0) return;
    const paragraph = content.value.slice(start);
    const found = stockClosing(paragraph);
    if (found === undefined) return;
    const from = start + paragraph.length - paragraph.trimStart().length;
    const at = partPlace(entry, "content", content, from, from + found.length);
    yield { message: "closing", data: { found: excerpt(found) }, at, key: "closing" };
  },
});
