import { lead, leadPlace } from "#facts/lead";
import { leadTraits } from "#facts/lead-traits";
import { defineRule } from "#rule-kit/define-rule";
import { share as shareOption } from "#rule-kit/options";
import { isUndatedPage } from "#text/undated-page";
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
  facts: { lead, leadTraits },

  *check(entry, { share }, { lead: found, leadTraits: traits }) {
    const { summary } = entry;
    const copied = traits?.inDescription ?? -1;
    if (summary === undefined || found?.body === undefined || copied < share || isUndatedPage(entry)) return;
    const { body } = found;
    yield {
      message: traits?.isDescription ? "equal" : "near",
      data: { percent: Math.round(copied * 100), sentence: excerpt(body.text, 8) },
      at: leadPlace(entry, found, body),
      key: "description",
      related: [
        { place: { path: entry.path, span: summary.span, anchor: "field:summary", entry }, message: "says the same" },
      ],
    };
  },
});
