import { bodyTextPlace } from "#facts/body-text";
import { stockText } from "#facts/stock-text";
import { partPlace } from "#model/problem";
import { textFields, fieldLabel } from "#model/text-fields";
import { defineRule } from "#rule-kit/define-rule";
import { findResidue, residueInUrl } from "#text/assistant-residue";
import { excerpt } from "#text/wording";

export default defineRule({
  on: "entry",
  summary: "Publish nothing that a writing assistant said to its user.",
  severity: "error",
  presets: ["recommended", "strict", "editorial"],
  messages: {
    words: "{field} has “{found}”, words of a writing assistant to its user; take them out.",
    mark: "{field} has “{found}”, the mark of a writing assistant in an address; take it out.",
  },

  facts: { stockText },

  *check(entry, _options, { stockText: body }) {
    for (const { name, field } of textFields(entry, ["title", "summary", "author", "url"])) {
      const data = { field: fieldLabel(name) };
      const [first] = name === "url" ? [] : findResidue(field.value);
      if (first !== undefined) {
        const at = partPlace(entry, name, field, first.start, first.end);
        const found = excerpt(first.found);
        yield { message: "words", data: { ...data, found }, at, key: first.found.toLowerCase() };
      }
      const mark = residueInUrl(field.value);
      if (mark === undefined) continue;
      const start = field.value.indexOf(mark);
      const at = partPlace(entry, name, field, start, start + mark.length);
      yield { message: "mark", data: { ...data, found: mark }, at, key: mark.toLowerCase() };
    }
    const found = { words: body?.residue, mark: body?.mark };
    for (const message of ["words", "mark"] as const) {
      const one = found[message];
      if (one === undefined) continue;
      const data = { field: fieldLabel("content"), found: excerpt(one.text) };
      yield { message, data, at: bodyTextPlace(entry, one.span), key: one.text.toLowerCase() };
    }
  },
});
