import { firstSentence, lead, leadPlace } from "#facts/lead";
import { leadTraits } from "#facts/lead-traits";
import { defineRule } from "#rule-kit/define-rule";
import { fold } from "#text/terms";
import { excerpt } from "#text/wording";

export default defineRule({
  on: "entry",
  summary: "Open with the subject and not with a scene that fits every post.",
  severity: "info",
  presets: ["recommended", "strict"],
  messages: {
    opening: "Lead opens with a stock phrase (“{sentence}”); start with what comes after it.",
  },
  facts: { lead, leadTraits },

  *check(entry, _options, { lead: found, leadTraits: traits }) {
    if (found === null || traits?.evasion !== "throat-clearing") return;
    const first = firstSentence(found);
    if (first === undefined) return;
    yield {
      message: "opening",
      data: { sentence: excerpt(first.text, 8) },
      at: leadPlace(entry, found, first),
      key: fold(first.text),
    };
  },
});
