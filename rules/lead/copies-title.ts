import { lead, leadPlace } from "#facts/lead";
import { leadTraits } from "#facts/lead-traits";
import { defineRule } from "#rule-kit/define-rule";
import { integer } from "#rule-kit/options";
import { wordsBeyond } from "#text/copy";
import { excerpt } from "#text/wording";

export default defineRule({
  on: "entry",
  summary: "Let the lead say more than the title.",
  severity: "warn",
  presets: ["recommended", "strict"],
  options: {
    minNew: integer({
      default: 4,
      minimum: 1,
      description: "Fewest content words that a lead must have beyond those of the title.",
    }),
  },
  messages: {
    copy: "Lead adds {count|word} to the title (“{sentence}”); say what the title does not.",
  },
  facts: { lead, leadTraits },

  *check(entry, { minNew }, { lead: found, leadTraits: traits }) {
    const { title, summary } = entry;
    const count = traits?.beyondTitle;
    if (title === undefined || found?.body === undefined || count === undefined || count >= minNew) return;
    // A summary that copies the title belongs to `summary/copies-title`.
    if (found.origin === undefined && (wordsBeyond(title.value, summary?.value ?? "") ?? minNew) < minNew) return;
    yield {
      message: "copy",
      data: { count, sentence: excerpt(found.body.text, 8) },
      at: leadPlace(entry, found, found.body),
      key: "title",
    };
  },
});
