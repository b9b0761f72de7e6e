import { fieldPlace } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { dateIn } from "#text/entry-dates";
import { excerpt } from "#text/wording";

export default defineRule({
  on: "entry",
  summary: "Give the times of a feed an offset from UTC.",
  severity: "info",
  presets: ["strict"],
  sources: [
    {
      title: "RFC 4287, section 3.3: dates in Atom",
      url: "https://www.rfc-editor.org/rfc/rfc4287",
      read: "2026-11-22",
    },
  ],
  messages: {
    local: "“{date}” has a time and no offset that feeds know; add one, such as Z or +02:00.",
  },

  *check(entry) {
    if (entry.edition !== "feed") return;
    for (const name of ["published", "modified"] as const) {
      const date = dateIn(entry[name]);
      if (date?.time === undefined || date.offset !== undefined) continue;
      yield {
        message: "local",
        data: { date: excerpt(entry[name]?.value ?? "") },
        at: fieldPlace(entry, name),
        key: name,
      };
    }
  },
});
