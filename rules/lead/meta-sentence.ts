import { firstSentence, lead, leadPlace } from "#facts/lead";
import { leadTraits } from "#facts/lead-traits";
import { defineRule } from "#rule-kit/define-rule";
import { fold } from "#text/terms";
import { isUndatedPage } from "#text/undated-page";
import { excerpt } from "#text/wording";

export default defineRule({
  on: "entry",
  summary: "Let the lead speak of its subject and not of the post.",
  severity: "warn",
  presets: ["recommended", "strict"],
  messages: {
    meta: "Lead speaks of the post (“{sentence}”); say what the post says.",
    announcement: "“{label}” is followed by an announcement (“{sentence}”); give the answer itself.",
  },
  facts: { lead, leadTraits },

  *check(entry, _options, { lead: found, leadTraits: traits }) {
    const evasion = traits?.evasion;
    if (found === null || isUndatedPage(entry) || (evasion !== "meta" && evasion !== "announcement")) return;
    const first = firstSentence(found);
    if (first === undefined) return;
    const place = { at: leadPlace(entry, found, first), key: fold(first.text) };
    const sentence = excerpt(first.text, 8);
    if (evasion === "meta") yield { message: "meta", data: { sentence }, ...place };
    // "A guide to …" is what a description may say. Behind a label it is a second promise.
    if (evasion === "announcement" && found.label !== undefined) {
      yield { message: "announcement", data: { label: found.label.text, sentence }, ...place };
    }
  },
});
