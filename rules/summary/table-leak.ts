import { leadPlace } from "#facts/lead";
import { defineRule } from "#rule-kit/define-rule";
import { findFlattenedTable } from "#text/flattened-table";
import { excerpt } from "#text/wording";

export default defineRule({
  on: "entry",
  summary: "Keep the cells of tables and lists out of the summary.",
  severity: "warn",
  presets: ["recommended", "strict"],
  messages: {
    leak: "Summary runs through a table or list (“{cells}”); end it before that, or write a summary.",
  },

  *check(entry) {
    const table = entry.summary === undefined ? undefined : findFlattenedTable(entry.summary.value);
    if (table === undefined) return;
    yield { message: "leak", data: { cells: excerpt(table.text, 6) }, at: leadPlace(entry, {}, table), key: "table" };
  },
});
