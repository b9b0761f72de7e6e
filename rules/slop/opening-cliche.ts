import { partPlace } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { sentencesOf } from "#text/sentences";
import { stockOpening } from "#text/stock-phrases";
import { excerpt } from "#text/wording";

export default defineRule({
  on: "entry",
  summary: "Open the post with something that no other post could open with.",
  severity: "info",
  presets: ["recommended", "strict", "editorial"],
  messages: {
    opening: "The post opens with “{found}”, which could open any post; start with what this one has to say.",
  },

  *check(entry) {
    const { content, summary } = entry;
    if (content === undefined) return;
    const [first] = sentencesOf(content.value, 1);
    const found = first === undefined ? undefined : stockOpening(first.text);
    // A summary with the same opening is the business of `lead/throat-clearing`.
    if (first === undefined || found === undefined || stockOpening(summary?.value ?? "") === found) return;
    const at = partPlace(entry, "content", content, first.start, first.start + found.length);
    yield { message: "opening", data: { found: excerpt(found) }, at, key: "opening" };
  },
});
