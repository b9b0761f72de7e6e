import { spanWithin } from "#model/field";
import { partPlace } from "#model/problem";
import { fieldLabel, textFields } from "#model/text-fields";
import { defineRule } from "#rule-kit/define-rule";

export default defineRule({
  on: "entry",
  summary: "Put one space between the words of a title, a name or a tag.",
  severity: "info",
  presets: ["recommended", "strict"],
  messages: {
    run: "{field} has {spaces} spaces in a row; write one.",
    several: "{field} has runs of spaces in {count|place}; write one space in each.",
  },

  *check(entry) {
    for (const { name, field } of textFields(entry, ["title", "author", "tags"])) {
      const runs = [...field.value.matchAll(/(?<=\S)[ \t]{2,}(?=\S)/g)];
      const [first] = runs;
      if (first === undefined) continue;
      const rest = {
        at: partPlace(entry, name, field, first.index, first.index + first[0].length),
        key: name === "tags" ? `tag ${field.value}` : name,
        fix: {
          safety: "safe",
          description: "Write one space.",
          edits: runs.map(({ index, 0: spaces }) => ({
            span: spanWithin(field, index, index + spaces.length),
            text: " ",
          })),
        },
      } as const;
      if (runs.length > 1) yield { message: "several", data: { field: fieldLabel(name), count: runs.length }, ...rest };
      else yield { message: "run", data: { field: fieldLabel(name), spaces: first[0].length }, ...rest };
    }
  },
});
