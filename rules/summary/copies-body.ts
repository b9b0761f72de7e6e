import { lead } from "#facts/lead";
import { fieldPlace } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { share as shareOption } from "#rule-kit/options";
import { containment } from "#text/containment";
import { excerpt } from "#text/wording";

export default defineRule({
  on: "document",
  summary: "Write a description instead of copying the first sentences.",
  severity: "info",
  presets: ["editorial"],
  options: {
    share: shareOption({
      default: 0.95,
      description: "Share of the description's runs of three words that the first paragraph must have.",
    }),
  },
  messages: {
    copy: "Description repeats the start of the post (“{sentence}”); sum up what the whole post says.",
  },
  facts: { lead },

  *check(entry, { share }, { lead: found }) {
    const { summary } = entry;
    if (summary === undefined || found?.body === undefined || found.basis === "key") return;
    const copied = containment(summary.value, found.body.text);
    // Where the two are equal, the lead is the copy (`lead/copies-description`).
    if (copied === undefined || copied < share || (containment(found.body.text, summary.value) ?? 0) >= equal) return;
    yield {
      message: "copy",
      data: { sentence: excerpt(summary.value, 8) },
      at: fieldPlace(entry, "summary"),
      key: "summary",
    };
  },
});

/** From this share on `lead/copies-description` reports the lead. */
const equal = 0.9;
