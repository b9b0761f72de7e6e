import { lead, leadPlace } from "#facts/lead";
import { defineRule } from "#rule-kit/define-rule";
import { share as shareOption } from "#rule-kit/options";
import { containment } from "#text/containment";
import { labelAtStart } from "#text/lead-marker";
import { excerpt } from "#text/wording";

export default defineRule({
  on: "document",
  summary: "Let the lead say more than the description does.",
  severity: "info",
  presets: ["recommended", "strict"],
  options: {
    share: shareOption({
      default: 0.9,
      description: "Share of the lead's runs of three words that the description must have for it to be a copy.",
    }),
  },
  messages: {
    equal: "Lead is the description word for word (“{sentence}”); answer the title here, and sum up the post there.",
    near: "Description has {percent} % of the lead (“{sentence}”); answer the title here, and sum up the post there.",
  },
  facts: { lead },

  *check(entry, { share }, { lead: found }) {
    const { summary } = entry;
    if (summary === undefined || found?.body === undefined) return;
    const { body } = found;
    const description = summary.value.slice(labelAtStart(summary.value)?.end ?? 0);
    const copied = containment(body.text, description);
    if (copied === undefined || copied < share) return;
    yield {
      message: copied === 1 && containment(description, body.text) === 1 ? "equal" : "near",
      data: { percent: Math.round(copied * 100), sentence: excerpt(body.text, 8) },
      at: leadPlace(entry, found, body),
      key: "description",
      related: [
        { place: { path: entry.path, span: summary.span, anchor: "field:summary", entry }, message: "says the same" },
      ],
    };
  },
});
