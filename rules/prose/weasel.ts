import { proseSlips } from "#facts/prose-slips";
import { bodyPlace } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { fold } from "#text/terms";
import { excerpt } from "#text/wording";

export default defineRule({
  on: "document",
  summary: "Name the source of what others are said to know.",
  severity: "info",
  presets: ["recommended", "strict", "editorial"],
  sources: [{ title: "Wikipedia: Manual of Style, unsupported attributions", read: "2026-11-22" }],
  messages: {
    unnamed: "“{found}” names no source, and the paragraph links to none; say who, and link to it.",
  },
  facts: { proseSlips },

  *check(entry, _options, { proseSlips: slips }) {
    for (const { kind, span, text } of slips ?? []) {
      if (kind !== "vague-source") continue;
      yield { message: "unnamed", data: { found: excerpt(text) }, at: bodyPlace(entry, span), key: fold(text) };
    }
  },
});
