import type { Entry } from "#model/entry";
import { placeOf } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { boolean } from "#rule-kit/options";
import { findLacking } from "#text/lacking";

export default defineRule({
  on: "corpus",
  summary: "State the reading time of a post where the other posts do.",
  severity: "warn",
  presets: ["recommended", "strict"],
  options: {
    always: boolean({ default: false, description: "Asks for a reading time even where most entries have none." }),
  },
  messages: {
    missing: "{having} of {total|entry|entries} here have a reading time; this one has none.",
    required: "Entry has no reading time; add it.",
  },

  *check({ entries }, { always }) {
    if (!always) {
      for (const { entry, having, total } of findLacking(entries, hasTime)) {
        yield { message: "missing", data: { having, total }, at: placeOf(entry), key: "readingTime" };
      }
      return;
    }
    for (const entry of entries) {
      if (hasTime(entry) || entry.draft?.value === true) continue;
      yield { message: "required", data: {}, at: placeOf(entry), key: "readingTime" };
    }
  },
});

const hasTime = ({ readingTime }: Pick<Entry, "readingTime">) => readingTime !== undefined;
