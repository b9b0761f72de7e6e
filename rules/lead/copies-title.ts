import { lead, leadPlace } from "#facts/lead";
import { leadTraits } from "#facts/lead-traits";
import type { Entry } from "#model/entry";
import { defineRule } from "#rule-kit/define-rule";
import { integer } from "#rule-kit/options";
import { wordsBeyond } from "#text/copy";
import { isUndatedPage } from "#text/undated-page";
import { namesVersion } from "#text/version-in-title";
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
    const { title } = entry;
    const count = traits?.beyondTitle ?? minNew;
    if (title === undefined || found?.body === undefined || count >= minNew || opensWithItsName(entry)) return;
    if (found.origin === undefined && isSummaryCopy(entry, minNew)) return;
    yield {
      message: "copy",
      data: { count, sentence: excerpt(found.body.text, 8) },
      at: leadPlace(entry, found, found.body),
      key: "title",
    };
  },
});

/** A summary that copies the title belongs to `summary/copies-title`. */
const isSummaryCopy = ({ title, summary }: Entry, minNew: number) =>
  (wordsBeyond(title?.value ?? "", summary?.value ?? "") ?? minNew) < minNew;

/** A page of a manual, and the notes to a release. */
const opensWithItsName = (entry: Entry) => isUndatedPage(entry) || namesVersion(entry.title?.value ?? "");
