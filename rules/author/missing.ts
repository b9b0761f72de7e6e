import type { Entry } from "#model/entry";
import { placeOf } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { boolean } from "#rule-kit/options";
import { findLacking } from "#text/lacking";

export default defineRule({
  on: "corpus",
  summary: "Name the author of a post where the other posts do.",
  severity: "warn",
  presets: ["strict"],
  options: {
    always: boolean({ default: false, description: "Asks for an author even where most entries name none." }),
  },
  messages: {
    missing: "{having} of {total|entry|entries} here name an author; this one does not.",
    required: "Entry names no author; write who wrote it.",
  },

  *check({ entries }, { always }) {
    if (!always) {
      for (const { entry, having, total } of findLacking(entries, hasAuthor)) {
        yield { message: "missing", data: { having, total }, at: placeOf(entry), key: "author" };
      }
      return;
    }
    for (const entry of entries) {
      if (hasAuthor(entry) || entry.draft?.value === true) continue;
      yield { message: "required", data: {}, at: placeOf(entry), key: "author" };
    }
  },
});

const hasAuthor = ({ author }: Pick<Entry, "author">) => (author?.value.trim() ?? "") !== "";
