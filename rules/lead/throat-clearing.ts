import { firstSentence, lead, leadPlace } from "#facts/lead";
import { defineRule } from "#rule-kit/define-rule";
import { evasionOf } from "#text/lead-language";
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
  facts: { lead },

  *check(entry, _options, { lead: found }) {
    if (found === null) return;
    const first = firstSentence(found);
    if (first === undefined || evasionOf(first.text) !== "throat-clearing") return;
    yield {
      message: "opening",
      data: { sentence: excerpt(first.text, 8) },
      at: leadPlace(entry, found, first),
      key: fold(first.text),
    };
  },
});
