import { contentSize, isNote } from "#facts/content-size";
import { firstSentence, lead, leadPlace } from "#facts/lead";
import { leadTraits } from "#facts/lead-traits";
import { defineRule } from "#rule-kit/define-rule";
import { fold } from "#text/terms";
import { isUndatedPage } from "#text/undated-page";
import { excerpt } from "#text/wording";

export default defineRule({
  on: "entry",
  summary: "Name what the lead speaks of.",
  severity: "info",
  presets: ["recommended", "strict"],
  sources: [{ title: "aeo.js 0.0.16: an opening must not start with a pronoun or demonstrative", read: "2026-11-22" }],
  messages: {
    dangling: "Lead starts with “{word}”, and nothing before says what that is; name it.",
  },
  facts: { contentSize, lead, leadTraits },

  *check(entry, _options, { contentSize: size, lead: found, leadTraits: traits }) {
    if (found === null || isUndatedPage(entry) || isNote(size) || traits?.evasion !== "dangling") return;
    const first = firstSentence(found);
    if (first === undefined) return;
    // "These are the settings:" points at what comes next.
    if (/[:：]$/u.test(first.text)) return;
    const word = excerpt(first.text.replace(/^[\s"'“‘«*_(]+/u, ""), 1).replace(/\s*…$/u, "");
    const at = leadPlace(entry, found, {
      start: first.start,
      end: first.start + first.text.indexOf(word) + word.length,
    });
    yield { message: "dangling", data: { word }, at, key: fold(first.text) };
  },
});
